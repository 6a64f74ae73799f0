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
	'status.purpose': () => '说明各案状况：上次运行、下次运行、谁在处理、是否需要有人查看',
	'status.example': () => '退出码 0：正常；1：需要有人查看',
	'status.example-json': () => '目录下的所有案件，供监控程序读取',
	'status.well': () => '正常',
	'status.look': () => '请查看',
	'status.never': () => '从未',
	'status.last': () => '上次运行',
	'status.succeeded': () => '上次运行到底',
	'status.next': () => '下次运行',
	'status.no-schedule': () => 'case.yaml 中没有 schedule',
	'status.outcome.done': () => '完成',
	'status.outcome.incomplete': () => '完成，但证据有缺或有事项需查看',
	'status.outcome.failed': () => '失败',
	'status.outcome.stopped': () => '被停止',
	'status.outcome.broken': () => '中断，未留说明',
	'status.outcome.running': () => '已开始',
	'status.incomplete': (f) => `上次运行已到底；有 ${f.gaps} 处无法读取或不完整（见 findings.json 的 incomplete）。`,
	'status.failed': (f) => `上次运行失败（退出码 ${f.exit}）；现有结果${ofWhen(f.since)}。`,
	'status.stopped': (f) => `上次运行未到底即被停止；现有结果${ofWhen(f.since)}。下次运行会继续。`,
	'status.broken': (f) =>
		`上次运行（始于 ${f.started}）中断而未留说明：被强行终止、内存不足或断电；现有结果${ofWhen(f.since)}。下次运行会继续。`,
	'status.at-work': (f) => `${f.host} 上的进程 ${f.pid} 正在处理本案（“${f.command}”，始于 ${f.since}）。`,
	'status.too-long': (f) =>
		`${f.host} 上的进程 ${f.pid} 处理本案的时间已超过 schedule.time_limit（“${f.command}”，始于 ${f.since}）。请查看其是否仍在工作；否则将其结束。`,
	'status.lock-left': (f) =>
		`进程 ${f.pid}（“${f.command}”，始于 ${f.since}）中断时留下了锁。无需处理：下一个命令会接管。`,
	'status.overdue': (f) =>
		`本应在 ${f.due} 运行而未开始，且已超过一次运行允许的时长：“liuxiang watch”或定时器是否在运行？`,
	'status.never-run': () => '本案从未运行。',
	'status.no-report': () => '上次运行的报告目录不在 reports/ 中。请再次运行：同样的证据得出同样的字节。',
	'status.alarms': (f) =>
		`有 ${f.alarms} 项警报${f.codes === '' ? '' : `（${f.codes}）`}未解除：请查看本案的“liuxiang changes”和“liuxiang todo”。`,
	'status.notices-dead': (f) => `有 ${f.dead} 条通知无法送达，已放弃：连同原因存于 notices/dead/。`,
	'status.notices-pending': (f) => `有 ${f.pending} 条通知待送达；下次运行会再试。`,
};

function ofWhen(since: unknown): string {
	return since === '' ? '尚无' : `为 ${since} 的`;
}
