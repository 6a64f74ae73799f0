import test from 'ava';
import { tenpayRegistration } from '../../src/sources/tenpay-registration.ts';
import { sourceContract } from './contract.ts';

sourceContract(test, tenpayRegistration, 'datasets/samples/tenpay-registration');
