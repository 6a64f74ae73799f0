import type { changes as english } from './en-changes.ts';
import type { Sentence } from './words.ts';

export const changes: Readonly<Record<keyof typeof english, Sentence>> = {
	'changes.purpose': () => '与上次报告的运行相比（或任两次运行之间）有何变化',
	'changes.example': () => '最近一次报告：警报、交易、数字、联系、文件、设置',
	'changes.example-html': () => '同一内容，作为一个网页',
	'changes.example-from': () => '以较早的一次运行与最新的比较，不写任何文件',
	'changes.from': () => '与哪次运行比较（报告文件夹的名称）',
	'changes.to': () => '被比较的运行；不填即最新',
	'changes.as': () => '输出形式（--json 以一个对象输出全部）',
	'changes.none': (f) =>
		`“${f.folder}”的案件尚无变化报告：首次 liuxiang run 写出第一份，此后每次有变化的运行各写一份。`,
	'changes.run': (f) =>
		`运行“${f.run}”无法比较：${{ missing: '没有该名称的完整报告文件夹', altered: '报告文件夹被改动', older: '由另一版本的程序写成，格式不同' }[String(f.reason)] ?? f.reason}。“${f.folder}”的运行：${f.known === '' ? '无' : f.known}。`,
	'changes.to-alone': () => '请以 --from 指明与哪次运行比较。',
	'run.fail-on-change': () => '与上次报告相比有变化时退出码为1，供计划任务使用',
	'run.example-fail-on-change': () => '供计划任务：有变化时退出码为1',
	'summary.changes': () => '变化',
	'summary.changes-first': () => '首次运行，无可比较',
	'summary.changes-none': () => '与上次报告相比没有变化',
	'summary.changes-some': (f) => `${f.kinds}；见 ${f.folder}`,
	'summary.changes-alarms': (f) => `新警报${f.fresh}项，仍在的警报${f.standing}项（liuxiang changes）`,
};
