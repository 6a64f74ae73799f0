import type { problems as english } from './en-problems.ts';
import type { Sentence } from './words.ts';
import { terms } from './zh-terms.ts';

/** 一格为什么不能用，与 inspect 的说法相同。 */
function rejected(reason: unknown): string {
	const words: Readonly<Record<string, Sentence>> = terms;
	return words[`reject.${reason}`]?.({}) ?? String(reason);
}

/** 出了什么事、在哪里、怎么办。每个问题一行，与 `en-problems.ts` 一一对应。 */
export const problems: Readonly<Record<keyof typeof english, Sentence>> = {
	'usage.arguments': (f) => `${f.message}（用法见 liuxiang --help 或 liuxiang <命令> --help）`,
	'usage.time': (f) => `「${f.text}」不是时间。请写日期（2023-03-01）或时刻（2023-03-01 12:00:05）。`,
	'usage.amount': (f) => `「${f.text}」不是金额。请以整单位书写，如 100 或 7.5。`,
	'usage.asset': (f) => `本案没有资产「${f.text}」。现有：${f.known}。`,
	'transfer.untraced': (f) =>
		`「${f.text}」不是参与追踪的转账${f.reason === '' ? '' : `（已单列：${f.reason}）`}。请写附表中的转账编号，或收过款的账号。`,
	'decide.party': (f) => `「${f.text}」是人员。决定的对象应是转账、行、兑现、归属或账号：${f.accounts}。`,
	'init.not-empty': (f) => `文件夹“${f.folder}”不是空的（里面有“${f.first}”）。请换一个新文件夹；什么也没有写。`,
	'init.not-a-folder': (f) => `“${f.folder}”不是文件夹。请换一个新文件夹；什么也没有写。`,
	'demo.folder-in-use': (f) =>
		`文件夹“${f.folder}”里有别的东西，不是演示案件。请换一个文件夹：liuxiang demo <文件夹>。`,
	'decide.one-act': (f) =>
		`一次决定只能选 --confirm、--reject、--withdraw、--split、--dispute、--kind 中的一个；给出的是“${f.given}”。`,
	'case.missing': (f) =>
		`“${f.folder}”里没有案件：缺 case.yaml。用 liuxiang init <文件夹> 新建，或写对案件所在的文件夹。`,
	'case.syntax': (f) =>
		`“${f.file}”不是正确的 YAML：${f.text}（第 ${f.line} 行）。请改这一行；缩进只用空格，不用 TAB。`,
	'case.field': (f) =>
		`“${f.file}”第 ${f.line} 行：设置“${f.path}”是 ${f.found}，不合要求：${f.expected}。请改正；每个设置的说明见 docs/case-folder.md。`,
	'store.newer-duckdb': (f) =>
		`存储“${f.path}”由较新的 DuckDB 写成。请使用新版 liuxiang，或移走该存储：它会由证据重建。`,
	'store.damaged': (f) => `数据库“${f.path}”读不出来。请把它移走后重新运行，会从证据重建。`,
	'store.full': () => '磁盘已满，数据库写不进去。腾出空间后重新运行；已读的内容不会丢。',
	'evidence.ambiguous': (f) =>
		`“${f.file}”同时像两种格式：“${f.first}”和“${f.second}”，没有读。请在 case.yaml 里给它写一条专门的读法（mappings）。`,
	'evidence.unknown': (f) => `“${f.file}”不是本版能读的格式，已列出，未丢弃。表格可在 case.yaml 里写读法（mappings）。`,
	'evidence.symlink': (f) => `“${f.file}”是指向案件文件夹之外的符号链接，没有读。请把文件本身复制到 evidence/。`,
	'evidence.zip-bomb': (f) => `压缩包“${f.file}”解开后会大得离谱，没有读。请手工解出需要的文件放进 evidence/。`,
	'evidence.zip-path': (f) => `压缩包“${f.file}”里有条目会跑到文件夹之外，没有读。请手工解开，把文件放进 evidence/。`,
	'evidence.zip-password': (f) => `压缩包“${f.file}”有密码。请手工解开，把文件放进 evidence/。`,
	'evidence.zip-damaged': (f) => `压缩包“${f.file}”已损坏，没有读。请重新调取，或修复一份副本。`,
	'evidence.hash-differs': (f) =>
		`警报：“${f.file}”不是登记的那个文件，校验值与 evidence.csv 所记不同。请查明哪个是对的。`,
	'account.ambiguous': (f) => `“${f.text}”可能指不止一个：${f.choices}。请写明是哪一个。`,
	'account.unknown': (f) =>
		`本案没有叫“${f.text}”的账户或人。账户写作 网络:账号（如 wechat:wxid_…），或用 liuxiang person <姓名> 查。`,
	'transfer.unknown': (f) => `本案没有编号为“${f.text}”的转账、连线或记录。编号见附表和 liuxiang person。`,
	'person.unknown': (f) => `本案没有叫“${f.text}”的人。姓名和账户见 people.csv、accounts.csv。`,
	'report.missing': (f) => `“${f.folder}”里的案件还没有结果。请先运行：liuxiang run "${f.folder}"。`,
	'case.no-evidence': (f) => `案件没有放证据的文件夹：缺“${f.folder}”。请建好它，把收到的文件原样放进去。`,
	'case.rate': (f) =>
		`cash_outs.rates 里的汇率“${f.min}”至“${f.max}”（${f.source}）不成立：两个数都要大于 0，且前者不大于后者。请在 case.yaml 里改正。`,
	'mapping.field': (f) => `case.yaml 的读法“${f.mapping}”写了不存在的字段“${f.field}”。字段表见 docs/case-folder.md。`,
	'mapping.columns': (f) => `case.yaml 的读法“${f.mapping}”没有写“${f.field}”是哪一列。请在 columns 里补上。`,
	'mapping.asset': (f) =>
		`case.yaml 的读法“${f.mapping}”用了资产“${f.asset}”，但没有写它有几位小数。请在 assets 里补上。`,
	'evidence.missing': (f) => `没有“${f.file}”这个文件或文件夹。请核对名称。`,
	'evidence.unreadable': (f) => `“${f.file}”打不开（${f.fault}）。请检查权限；没有读。`,
	'evidence.reader-failed': (f) => `读“${f.file}”时出错：${f.text}。没有读；这是程序的错误，请报告。`,
	'evidence.too-large': (f) => `“${f.file}”有 ${f.bytes} 字节，超过这类文件能读的 ${f.max} 字节。没有读；请拆开。`,
	'evidence.workbook-too-large': (f) =>
		`工作簿“${f.file}”有 ${f.bytes} 字节，太大，一次打不开。没有读；请把各表另存为 CSV。`,
	'evidence.workbook-damaged': (f) => `工作簿“${f.file}”已损坏，没有读。请重新调取，或用电子表格软件另存一份。`,
	'evidence.left-behind': (f) => `“${f.file}”是操作系统或办公软件留下的，不是证据，已跳过。`,
	'evidence.link-inside': (f) => `“${f.file}”是指向本案另一文件的链接，那个文件本身会读，链接已跳过。`,
	'evidence.not-a-file': (f) => `“${f.file}”既不是文件也不是文件夹，没有读。`,
	'evidence.zip-nested': (f) =>
		`“${f.file}”是压缩包里的压缩包，层数太深或太大，不能就地读。请手工解开外层，把里面的放进 evidence/。`,
	'evidence.zip-duplicate': (f) => `压缩包里有两个条目都叫“${f.file}”：第二个没有读。请手工解开并改名。`,
	'trace.amount-too-large': (f) =>
		`转账“${f.transfer}”有 ${f.amount} 个“${f.asset}”的最小单位，超出能精确追踪的范围。请核对那一行和该资产的小数位数。`,
	'trace.total-too-large': (f) =>
		`“${f.asset}”的全部转账合计 ${f.total} 个最小单位，超出能精确追踪的范围。请核对该资产的小数位数。`,
	'store.locked': (f) =>
		`数据库“${f.path}”正被${f.pid === '' ? '另一个进程' : `进程 ${f.pid} `}使用。请等那次运行结束，或结束那个进程，再试一次。`,
	'store.newer': (f) =>
		`数据库“${f.path}”是更新版本的 liuxiang 写的（版式 ${f.version}，本版只认到 ${f.known}）。请用新版；或把它移走后重新运行，会从证据重建。`,
	'store.foreign': (f) =>
		`“${f.path}”是数据库，但不是这个 liuxiang 的（${f.detail}）。请把它移走后重新运行，会从证据重建。`,
	'store.unreachable': (f) => `数据库“${f.path}”打不开（${f.detail}）。请检查文件夹和权限。`,
	'store.memory': (f) => `内存不够，处理不了数据库“${f.path}”。请关掉别的程序，或换内存更大的机器。`,
	'store.busy': (f) => `数据库“${f.path}”同时被别的程序改动。什么也没有丢：请重新运行。`,
	'store.cut': (f) =>
		`读数据库“${f.path}”时提前结束：只有 ${f.got} 行，应有 ${f.expected} 行。请重新运行；若仍如此，把它移走，会从证据重建。`,
	'store.unknown-kind': (f) =>
		`本版不能用“${f.scheme}://”存数据：请在 case.yaml 里写 store: duckdb。liuxiang doctor 只试连这个地址。`,
	'case.cell': (f) =>
		`“${f.file}”第 ${f.row} 行 ${f.cell}：“${f.value}”不能用，${rejected(f.reason)}。请改好这一格再运行。`,
	'decisions.encoding': (f) =>
		`“${f.file}”不是 UTF-8，多半是被电子表格另存过。请存为“CSV UTF-8”后再决定；什么也没有写。`,
	'decisions.columns': (f) => `“${f.file}”缺少决定的列：表头应为“${f.columns}”。请改好表头再决定；什么也没有写。`,
};
