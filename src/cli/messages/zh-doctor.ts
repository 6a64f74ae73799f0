import type { Sentence } from './words.ts';

/** What `doctor` says of a case that runs by itself, in Chinese. */
export const doctor = {
	'doctor.schedule': (f) => `计划“${f.cron}”（${f.zone}）：下次在 ${f.next}`,
	'doctor.secret': (f) => `${f.setting}：“${f.file}”可以读取，他人不能读`,
	'doctor.secret-unreadable': (f) =>
		`${f.setting}：“${f.file}”里的密码或密钥读不出，或是空的。请写好，并让运行程序的用户能读。`,
	'doctor.secret-open': (f) =>
		`${f.setting}：“${f.file}”他人也能读写（${f.mode}）。请 chmod 600 "${f.file}"；可能已被他人看到的，请更换。`,
	'doctor.secret-variable': (f) => `${f.setting}：环境变量 ${f.variable} 已设`,
	'doctor.secret-unset': (f) => `${f.setting}：这里没有环境变量 ${f.variable}。请在启动程序的地方设好，或改写文件名。`,
	'doctor.folder-closed': (f) => `“${f.path}”本机其他用户看不到`,
	'doctor.folder-open': (f) => `“${f.path}”本机任何人都能看（${f.mode}）。请 chmod 700 "${f.path}"，有工作组的用 770。`,
	'doctor.not-ours': (f) =>
		`“${f.path}”属于 ${f.owner} 号用户，这里不能写。请用那个用户运行程序，或把文件交给运行程序的用户。`,
	'doctor.two-owners': (f) =>
		`“${f.path}”里，${f.one} 属于 ${f.owner} 号用户，${f.other} 属于 ${f.otherOwner} 号用户：总有一个不能在本案上工作。请始终用同一用户运行，并用 chown -R 归到一处。`,
	'doctor.growth': (f) => `剩余空间还够像上次那样运行 ${f.runs} 次（每次 ${f.megabytes} MB）`,
	'doctor.growth-short': (f) =>
		`剩余空间只够像上次那样再运行 ${f.runs} 次（每次 ${f.megabytes} MB）。请腾出空间，或在 case.yaml 写 schedule.keep_runs。`,
} satisfies Record<string, Sentence>;
