import test from 'ava';
import { bankTasks } from '../../src/sources/bank-tasks.ts';
import { sourceContract } from './contract.ts';

sourceContract(test, bankTasks, 'datasets/samples/bank-tasks');
