import test from 'ava';
import { groupsTableSource } from '../../src/sources/groups-table.ts';
import { sourceContract } from './contract.ts';

sourceContract(test, groupsTableSource, 'datasets/samples/groups-table');
