import type { stores as en } from './en-stores.ts';
import type { Sentence } from './words.ts';

/** What is said of stores as files: versions, backups. */
export const stores: Readonly<Record<keyof typeof en, Sentence>> = {
	'store.unwritten': (f) => `数据库“${f.path}”刚建好，里面还没有数据。请先运行：liuxiang run`,
	'backup.purpose': () => '把整个案件（含证据和存储）打成一个经核对的文件',
	'backup.to': () => '要生成的文件（ZIP），须在案件目录之外',
	'backup.example': () => '全部内容一个文件，另处保存',
	'backup.example-json': () => '供每夜任务使用',
	'backup.done': (f) => `案件“${f.case}”已打包为 ${f.file}：${f.files} 个文件，${f.size}。每个文件都已读回核对。`,
	'backup.neo4j': () => 'Neo4j 服务器上的存储打包为 store.duckdb。',
	'backup.left': (f) => `未打包（属机密，或通向案件目录之外）：${f.name}。请另行保管。`,
	'backup.next': (f) => `恢复用：liuxiang restore "${f.file}" <目录>`,
	'backup.exists': (f) => `“${f.file}”已存在。备份从不覆盖：请用 --to 另取文件名。`,
	'backup.inside': (f) => `“${f.file}”在要打包的案件目录“${f.folder}”之内。请写到别处，最好是另一块磁盘。`,
	'restore.purpose': () => '从备份恢复案件目录，逐个文件核对',
	'restore.file': () => '备份文件',
	'restore.folder': () => '要建的目录',
	'restore.example': () => '恢复成备份时的案件',
	'restore.done': (f) =>
		`案件“${f.case}”已按 ${f.made} 的备份（${f.program}）恢复到 ${f.folder}：${f.files} 个文件，${f.size}，与打包时一致。`,
	'restore.left': (f) => `未在备份中，请人工放回：${f.name}`,
	'restore.neo4j': (f) =>
		`case.yaml 指向 Neo4j 服务器。若服务器上已无此案：在 ${f.folder}/case.yaml 里写 store: duckdb，然后就用它，或再复制到服务器（liuxiang copy --to）。`,
	'restore.next': (f) => `核对用：liuxiang verify "${f.folder}"`,
	'restore.exists': (f) => `“${f.folder}”已存在，不会覆盖恢复：请写一个尚不存在的目录。`,
	'restore.missing': (f) => `没有文件“${f.file}”。请写要恢复的备份。`,
	'restore.no-backup': (f) => `“${f.file}”不是本程序的备份，或被截断，或清单损坏。什么也没有恢复。请用另一份备份。`,
	'restore.damaged': (f) =>
		`备份“${f.file}”中的文件“${f.name}”已损坏、缺失，或不是本程序放入的。什么也没有恢复。请用另一份备份。`,
	'step.backup-pack': () => '打包',
	'step.backup-check': () => '读回备份',
	'step.restore': () => '解包并核对',
};
