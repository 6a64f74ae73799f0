import type { operations as en } from './en-operations.ts';
import type { Sentence } from './words.ts';

/** What is said of runs that nobody watches: locks, journal, health. */
export const operations: Readonly<Record<keyof typeof en, Sentence>> = {
	'case.locked': (f) =>
		f.pid === 0
			? `另一进程刚刚开始处理案件“${f.folder}”。请稍后再试。`
			: `案件“${f.folder}”正由进程 ${f.pid} 处理（“${f.command}”，始于 ${f.since}）。请等其结束，或结束该进程后再试。未作任何改动。`,
	'case.locked-elsewhere': (f) =>
		`案件“${f.folder}”已在计算机“${f.host}”上被进程 ${f.pid} 锁定（“${f.command}”，始于 ${f.since}）。从本机无法得知其是否仍在运行：请到该机查看。确认无人处理后，删除“${f.file}”再试。未作任何改动。`,
	'case.lock-failed': (f) => `无法写入锁文件“${f.file}”（${f.fault}）。请检查目录权限和磁盘剩余空间。未作任何改动。`,
	'run.took-over': (f) => `此前的“${f.command}”（进程 ${f.pid}）因崩溃或断电中止，未留说明：已接管其锁，继续工作。`,
	'run.was-broken': (f) => `运行 ${f.id} 未曾结束：已在 log/runs.jsonl 中标为中断。`,
	'run.stopping': () => '将在下一个不留半成品之处停止；再发一次信号则立即终止程序。',
	'run.stopped': (f) => `已按要求停止（${f.signal}）。已读入的内容保留，上次的报告原样未动：再次运行即可继续。`,
};
