import type { files as english } from './en-files.ts';
import type { Sentence } from './words.ts';

const at = (path: unknown) => (path === '' ? '案件的一个文件' : `“${path}”`);

export const files: Readonly<Record<keyof typeof english, Sentence>> = {
	'files.full': (f) =>
		`${at(f.path)}写不进去：所在磁盘没有空间了（${f.fault}）。腾出空间后重新运行；已完整的内容一样不少。`,
	'files.refused': (f) =>
		`${at(f.path)}：系统不让本程序读取或改动（${f.fault}）。请检查所有者、权限，以及磁盘是否以只读方式挂载，然后重新运行。`,
	'files.too-many': (f) =>
		`${at(f.path)}打不开：系统不再允许打开更多文件（${f.fault}）。请提高上限（ulimit -n、LimitNOFILE）或结束别的程序，然后重新运行。`,
	'files.not-made': (f) => `文件夹“${f.path}”建不成。请看所在磁盘是否已满、上一级文件夹是否还在，然后重新运行。`,
	'files.broken': (f) =>
		`${at(f.path)}读不出或写不进：磁盘或共享出了故障（${f.fault}）。请先检查磁盘（dmesg、SMART、网络共享），再重新运行，并用 verify 全部核对一遍。`,
};
