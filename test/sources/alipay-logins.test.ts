import test from 'ava';
import { alipayLogins } from '../../src/sources/alipay-logins.ts';
import { sourceContract } from './contract.ts';

sourceContract(test, alipayLogins, 'datasets/samples/alipay-logins');
