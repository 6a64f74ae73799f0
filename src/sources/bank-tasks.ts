import { bankReturn } from './bank-return.ts';

/** 银行任务信息: which bank was asked for what, and whether it answered. It moves no money. */
export const bankTasks = bankReturn('bank-tasks', 1, 'tasks');
