import type { watch as en } from './en-watch.ts';
import type { Sentence } from './words.ts';

/** `watch`：帮助，以及值守期间发生的事。 */
export const watch: Readonly<Record<keyof typeof en, Sentence>> = {
	'watch.purpose': () => '按各案的时间表运行案件，每案一个进程，限时限内存；直到被停止',
	'watch.folders': () => '案件文件夹，或内含案件文件夹的文件夹',
	'watch.once': () => '运行此刻到期的案件后结束，退出码取最坏的一个：供 cron 和 systemd 定时器使用',
	'watch.all': () => '与 --once 同用：不论是否到期，全部运行',
	'watch.workers': () => '同时运行几案；不写即按机器的核数',
	'watch.example': () => '这个文件夹下的所有案件，按各自 case.yaml 中的时间表',
	'watch.example-once': () => '运行到期的，然后结束：可写进 cron',
	'watch.example-all': () => '依次运行全部案件，同时两案',
	'watch.workers-form': (f) => `--workers ${f.workers}：须是从 1 起的整数。`,
	'watch.all-form': () => '--all 须与 --once 同用：否则各案按自己的时间表运行。',
	'watch.nothing': (f) =>
		`“${f.folders}”中没有可值守的：没有哪个文件夹的 case.yaml 写了 schedule。请写案件文件夹或其上级文件夹，并在 case.yaml 中写 schedule: { cron: "0 2 * * *" }。`,
	'watch.case': (f) => `“${f.folder}”已值守。下次运行：${f.next === '' ? '再无' : f.next}。`,
	'watch.unscheduled': (f) => `“${f.folder}”的 case.yaml 没有 schedule，不运行。`,
	'watch.gone': (f) => `“${f.folder}”已不存在，不再值守。`,
	'watch.unread': (f) =>
		`“${f.folder}”无法值守（${f.problem}）；其他案件照常。请看 liuxiang doctor "${f.folder}"；改好后自动恢复。`,
	'watch.missed-runs': (f) => `“${f.folder}”应于 ${f.due} 运行，当时无法运行：现在补做。`,
	'watch.missed-skips': (f) => `“${f.folder}”应于 ${f.due} 运行，当时无法运行：按其时间表等下一次。`,
	'watch.started': (f) => `“${f.folder}”开始。应于 ${f.due} 运行：已等 ${f.waited} 秒；晚于排定时刻 ${f.late} 秒。`,
	'watch.ended': (f) =>
		`“${f.folder}”结束，退出码 ${f.exit}，用时 ${f.took} 秒，内存最高 ${f.megabytes} MB。${f.problem === '' ? '' : `（${f.problem}）`}`,
	'watch.failed': (f) =>
		`“${f.folder}”失败，退出码 ${f.exit}（${f.problem === '' ? '未留说明' : f.problem}），用时 ${f.took} 秒，内存最高 ${f.megabytes} MB。请看 liuxiang status "${f.folder}"；下次到期再运行。`,
	'watch.over-time': (f) =>
		`“${f.folder}”运行 ${f.took} 秒后被停止：超过 case.yaml 的 time_limit（退出码 ${f.exit}，${f.megabytes} MB${f.problem === '' ? '' : `，${f.problem}`}）。下次运行从中断处继续。`,
	'watch.over-memory': (f) =>
		`“${f.folder}”用到 ${f.megabytes} MB、运行 ${f.took} 秒后被停止：超过 case.yaml 的 memory_limit（退出码 ${f.exit}${f.problem === '' ? '' : `，${f.problem}`}）。下次运行从中断处继续。`,
	'watch.held-up': (f) => `“${f.folder}”正被他人使用；会不断重试，直到其结束。`,
	'watch.served': (f) => `“${f.folder}”应于 ${f.due} 运行；其间已有另一进程运行。`,
	'watch.trouble': (f) => `“${f.folder}”：运行的结果未能记下（${f.text}）。其他案件照常。`,
	'watch.stopping': (f) => `正在停止。已通知结束的运行：${f.running}。`,
	'watch.column-case': () => '案件',
	'watch.column-exit': () => '退出码',
	'watch.column-waited': () => '等候',
	'watch.column-took': () => '用时',
	'watch.column-memory': () => '内存',
	'watch.column-problem': () => '问题',
	'watch.none-due': () => '没有到期的案件。',
	'run.time-limit': (f) => `运行 ${f.seconds} 秒后被停止：case.yaml 的 time_limit。请放宽，或减少本案要做的事。`,
	'run.memory-limit': (f) => `内存超过 ${f.megabytes} MB 后被停止：case.yaml 的 memory_limit。机器有余量时请放宽。`,
	'run.killed': (f) => `运行从外部被终止（${f.signal}）：有人终止，或内存耗尽时被系统终止。`,
	'run.no-word': (f) => `运行以退出码 ${f.exit} 结束，未留说明。`,
};
