import { bankReturn } from './bank-return.ts';

/** 账户信息: in whose name each account and card was opened, and from when until when. */
export const bankAccounts = bankReturn('bank-accounts', 1, 'accounts');
