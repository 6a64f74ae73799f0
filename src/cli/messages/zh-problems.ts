import type { problems as english } from './en-problems.ts';
import type { Sentence } from './words.ts';
import { terms } from './zh-terms.ts';

/** 一格为什么不能用，与 inspect 的说法相同。 */
function rejected(reason: unknown): string {
	const words: Readonly<Record<string, Sentence>> = terms;
	return words[`reject.${reason}`]?.({}) ?? String(reason);
}

/** 是否存在服务器上：那样就没有文件可移走，磁盘和内存也不是本机的。 */
function onServer(path: unknown): boolean {
	return String(path).includes('://');
}

/** 这个存储不能用时，怎样另得一个好的。 */
function anew(path: unknown): string {
	return onServer(path)
		? '请在 case.yaml 里另写一个 neo4j.case 后重新运行，会从证据重建。'
		: '请把它移走后重新运行，会从证据重建。';
}

/** chains 里的地址为什么不能用。 */
function badAddress(why: unknown): string {
	if (why === 'scheme') return '只能用 http、https、ws、wss';
	if (why === 'credentials') return '地址里有用户名或密码；请改用 key_file 或 key_env 指明密钥';
	if (why === 'key-in-host') return '{key} 写在主机名里，而主机名是要打印的';
	return '不是完整的地址，应如 https://node.example/v3/{key}';
}

/** chains 里的密钥为什么不能用；密钥本身从不显示。 */
function badKey(why: unknown): string {
	if (why === 'missing') return '地址里有 {key}，却没有找到密钥；请写 key_file 或 key_env';
	if (why === 'no-place') return '没有说明密钥放在哪里；请在地址里相应的地方写 {key}';
	return '密钥至少 8 个字符，不含空格和换行；请核对文件或环境变量';
}

/** 出了什么事、在哪里、怎么办。每个问题一行，与 `en-problems.ts` 一一对应。 */
export const problems: Readonly<Record<keyof typeof english, Sentence>> = {
	'usage.arguments': (f) => `${f.message}（用法见 liuxiang --help 或 liuxiang <命令> --help）`,
	'usage.time': (f) => `「${f.text}」不是时间。请写日期（2023-03-01）或时刻（2023-03-01 12:00:05）。`,
	'usage.amount': (f) => `「${f.text}」不是金额。请以整单位书写，如 100 或 7.5。`,
	'usage.asset': (f) => `本案没有资产「${f.text}」。现有：${f.known}。`,
	'usage.whole': (f) => `--${f.option} 要写 1 以上的整数。`,
	'follow.chain': (f) =>
		`case.yaml 里没有链“${f.network}”（现有：${f.known === '' ? '无' : f.known}）。请加在 chains 下，写法见 docs/chains.md。`,
	'follow.start': (f) =>
		`“${f.text}”不是 ${f.network} 的账户，不是在该链有账户的涉案人，也不是已调取的转账。请重新复制地址，错一个字母校验就不符。`,
	'transfer.untraced': (f) =>
		`「${f.text}」不是参与追踪的转账${f.reason === '' ? '' : `（已单列：${f.reason}）`}。请写附表中的转账编号，或收过款的账号。`,
	'query.unknown': (f) => `没有名为“${f.name}”的查询。现有：${f.known}。`,
	'query.no-graph': (f) =>
		`“${f.folder}”里的案件存在 DuckDB 里，查询要用 Neo4j。用 liuxiang copy "${f.folder}" --to neo4j://<服务器> 复制过去，并在 case.yaml 把 store 改成该地址。`,
	'query.unreadable': (f) => `读不出查询文件“${f.file}”。请核对路径和权限。`,
	'query.param-form': (f) => `参数“${f.text}”写法不对。请写 --param 名称=值，如 --param min=500。`,
	'query.param-unknown': (f) =>
		`查询“${f.query}”没有参数“${f.name}”。可用：${f.known === '' ? '无' : f.known}。自己写的语句须用一行注释声明参数，见 docs/queries.md。`,
	'query.param-missing': (f) =>
		`查询“${f.query}”缺少参数“${f.name}”（${f.type}）：--param ${f.name}=…。含义见 liuxiang query。`,
	'query.param-value': (f) =>
		`参数“${f.name}”的值“${f.text}”不合要求（${f.type}）：integer 写整数，yuan 写元（至多两位小数），day 写 2023-03-01。`,
	'query.load-csv': () => '查询里不能用 LOAD CSV：它会让服务器去读文件或网址。请先把数据放进 evidence/ 再运行案件。',
	'query.transactions': () => '查询里不能用 CALL … IN TRANSACTIONS：查询只能读。请去掉它。',
	'query.procedure': (f) => `查询里不能调用“${f.name}”：只允许 db.labels 等说明图结构的过程。请改用 MATCH。`,
	'query.administration': () => '查询里不能用管理命令（SHOW、TERMINATE、用户、数据库等）。请用 Neo4j 自己的工具。',
	'query.writes': () => '查询只能读：这条语句会写入，没有运行。案件的内容只由证据和 decisions.csv 改变。',
	'query.statement': (f) => `Neo4j 不接受这条语句：${f.detail}`,
	'query.too-long': (f) => `查询 ${f.seconds} 秒内没有完成，已停止。请用参数缩小范围；这个时限不能更改。`,
	'query.not-exact': (f) => `“${f.column}”一列的数超出能精确表示的范围，没有给出。请缩小范围再合计。`,
	'decide.party': (f) => `「${f.text}」是人员。决定的对象应是转账、行、兑现、归属或账号：${f.accounts}。`,
	'init.not-empty': (f) => `文件夹“${f.folder}”不是空的（里面有“${f.first}”）。请换一个新文件夹；什么也没有写。`,
	'init.not-a-folder': (f) => `“${f.folder}”不是文件夹。请换一个新文件夹；什么也没有写。`,
	'demo.folder-in-use': (f) =>
		`文件夹“${f.folder}”里有别的东西，不是演示案件。请换一个文件夹：liuxiang demo <文件夹>。`,
	'decide.one-act': (f) =>
		`一次决定只能选 --confirm、--reject、--withdraw、--split、--dispute、--kind 中的一个；给出的是“${f.given}”。`,
	'chain.account': (f) =>
		`“${f.text}”不是 ${f.network} 的地址：case.yaml 的 chains.accounts 只写该链的地址。请重新复制，错一个字母校验就不符。`,
	'chain.token': (f) => `“${f.text}”不是 ${f.network} 的代币：case.yaml 的 chains.tokens 写合约地址，或 known、all。`,
	'chain.no-tokens': (f) =>
		`本案没有 ${f.network} 上的代币，无可查询。请在 case.yaml 的 assets 里写明，或给这条链写 tokens: all。`,
	'chain.key-file': (f) =>
		`读不了 case.yaml 里 key_file 写的密钥文件“${f.file}”，或者它是空的。这里写 case.yaml 旁边的路径；密钥本身不写进 case.yaml。`,
	'chain.key-in-evidence': (f) =>
		`密钥文件“${f.file}”放在 evidence/ 里，会被当作检材读取和引用。请移到别处，再改 case.yaml 的 key_file。`,
	'chain.key-env': (f) => `case.yaml 说密钥在环境变量 ${f.variable} 里，但没有设置。请设置它，或改用 key_file。`,
	'chain.kept-damaged': (f) =>
		`警报：留存的链上回答“${f.file}”与当初收到的不一致（${f.reason}），没有采用。请查清是谁改动的；放回副本，或移走该文件以便重新查询。`,
	'chain.none': (f) => `“${f.folder}”的案件没有写任何链。请在 case.yaml 的 chains 里添加，写法见 docs/chains.md。`,
	'chain.not-asked': (f) => `本案没有为“${f.text}”写明链：现有 ${f.known}。请写 网络:地址。`,
	'chain.address': (f) => `“${f.url}”不能作为节点地址：${badAddress(f.why)}。请在 case.yaml 的 chains 里改正。`,
	'chain.other-network': (f) =>
		`“${f.network}”的一个节点属于另一条链（${f.found}）。请在 case.yaml 的 chains 里改正地址或网络；没有采用它的任何数据。`,
	'chain.key': (f) => `节点“${f.url}”的密钥不能使用：${badKey(f.why)}。`,
	'case.missing': (f) =>
		`“${f.folder}”里没有案件：缺 case.yaml。用 liuxiang init <文件夹> 新建，或写对案件所在的文件夹。`,
	'case.syntax': (f) =>
		`“${f.file}”不是正确的 YAML：${f.text}（第 ${f.line} 行）。请改这一行；缩进只用空格，不用 TAB。`,
	'case.field': (f) =>
		`“${f.file}”第 ${f.line} 行：设置“${f.path}”是 ${f.found}，不合要求：${f.expected}。请改正；每个设置的说明见 docs/case-folder.md。`,
	'law.twice': (f) => `“${f.file}”里的条款“${f.id}”在同一文件夹的另一文件中已有。请只留一处。`,
	'store.newer-duckdb': (f) =>
		`存储“${f.path}”由较新的 DuckDB 写成。请使用新版 liuxiang，或移走该存储：它会由证据重建。`,
	'store.damaged': (f) => `数据库“${f.path}”读不出来。请把它移走后重新运行，会从证据重建。`,
	'store.full': (f) =>
		`${onServer(f.path) ? `Neo4j 服务器 ${f.path} 的磁盘` : `“${f.path}”所在的磁盘`}已满，数据写不进去。腾出空间${onServer(f.path) ? '、重启服务器' : ''}后重新运行；已读的内容不会丢。`,
	'evidence.ambiguous': (f) =>
		`“${f.file}”同时像两种格式：“${f.first}”和“${f.second}”，没有读。请在 case.yaml 里给它写一条专门的读法（mappings）。`,
	'evidence.unknown': (f) => `“${f.file}”不是本版能读的格式，已列出，未丢弃。表格可在 case.yaml 里写读法（mappings）。`,
	'evidence.symlink': (f) => `“${f.file}”是指向案件文件夹之外的符号链接，没有读。请把文件本身复制到 evidence/。`,
	'evidence.zip-bomb': (f) => `压缩包“${f.file}”解开后会大得离谱，没有读。请手工解出需要的文件放进 evidence/。`,
	'evidence.zip-path': (f) => `压缩包“${f.file}”里有条目会跑到文件夹之外，没有读。请手工解开，把文件放进 evidence/。`,
	'evidence.zip-password': (f) =>
		`压缩包“${f.file}”有密码，给出的密码都打不开。请把密码写进 case.yaml 的 passwords_file 所指的文件，一行一个。`,
	'evidence.zip-damaged': (f) => `压缩包“${f.file}”已损坏，没有读。请重新调取，或修复一份副本。`,
	'evidence.hash-differs': (f) =>
		`警报：“${f.file}”不是登记的那个文件，校验值与 evidence.csv 所记不同。请查明哪个是对的。`,
	'account.ambiguous': (f) => `“${f.text}”可能指不止一个：${f.choices}。请写明是哪一个。`,
	'account.unknown': (f) =>
		`本案没有叫“${f.text}”的账户或人。账户写作 网络:账号（如 wechat:wxid_…），或用 liuxiang person <姓名> 查。`,
	'transfer.unknown': (f) => `本案没有编号为“${f.text}”的转账、连线或记录。编号见附表和 liuxiang person。`,
	'person.unknown': (f) => `本案没有叫“${f.text}”的人。姓名和账户见 people.csv、accounts.csv。`,
	'report.folder-missing': (f) => `最近一次运行的报告文件夹“${f.path}”不在了。请重新运行：liuxiang run "${f.folder}"。`,
	'report.older': (f) =>
		`“${f.path}”中的结果是另一版本的程序所作，或者被改动过。请重新运行：liuxiang run "${f.folder}"。`,
	'part.unknown': (f) => `本案人员中没有“${f.value}”。请对照 people.csv；什么都没有写。`,
	'part.ambiguous': (f) => `“${f.value}”可能是几个人：${f.choices}。请用编号或证件号码指明一人。`,
	'part.empty': () => '没有人同时符合所要求的各项。请少写几项；什么都没有写。',
	'part.list': (f) => `名单“${f.file}”无法读取。名单是 CSV 文件，有一列姓名或证件号码。`,
	'part.each': () => '--each 与挑选人员只能用其一。',
	'report.place': (f) =>
		`“${f.folder}”不是空文件夹，里面的内容也不是 liuxiang 的材料包。请用 --to 指定别的文件夹；什么都没有写。`,
	'report.missing': (f) => `“${f.folder}”里的案件还没有结果。请先运行：liuxiang run "${f.folder}"。`,
	'case.no-evidence': (f) => `案件没有放证据的文件夹：缺“${f.folder}”。请建好它，把收到的文件原样放进去。`,
	'case.rate': (f) =>
		`cash_outs.rates 里的汇率“${f.min}”至“${f.max}”（${f.source}）不成立：两个数都要大于 0，且前者不大于后者。请在 case.yaml 里改正。`,
	'mapping.field': (f) =>
		`case.yaml 的读法“${f.mapping}”（yields: ${f.yields}）没有字段“${f.field}”。字段表见 docs/case-folder.md。`,
	'mapping.columns': (f) => `case.yaml 的读法“${f.mapping}”没有写“${f.field}”是哪一列。请在 columns 里补上。`,
	'mapping.exists': (f) => `“${f.file}”里已有名为“${f.mapping}”的读法，什么也没有写。请先在那里改名或删掉。`,
	'hint.token-not-named': (f) =>
		`“${f.file}”是单一代币页面的导出，没写是哪种代币；请在 case.yaml 的 mappings 里用 asset 指明。`,
	'hint.block-times-missing': (f) => `“${f.file}”没有时间；请把同一条链的 blocks.csv 一并放入检材。`,
	'hint.deposit-or-withdrawal': (f) => `“${f.file}”是旧版表头，充值和提币同形，且手续费全为 0；请用 mappings 指明。`,
	'evidence.too-many-blocks': (f) => `“${f.file}”使区块时间超过 ${f.max} 条，没有读；请只保留用得到的区块。`,
	'hint.pdf-scanned': (f) =>
		`“${f.file}”是扫描件，里面没有文字，读不出内容。请做文字识别（OCR）或调取电子版，再放入 evidence。`,
	'hint.confirm-mapping': (f) => `“${f.file}”看起来是资金流水表；用 inspect --save-mapping 确认列的读法后再运行。`,
	'inspect.save-needs-case': () => '--save-mapping 要写入案件：请用 --case 写明案件文件夹。',
	'mapping.asset': (f) =>
		`case.yaml 的读法“${f.mapping}”用了资产“${f.asset}”，但没有写它有几位小数。请在 assets 里补上。`,
	'evidence.changed': (f) =>
		`运行期间“${f.file}”被改动，无法说明结果依据的是什么。没有写报告；请在文件不再变动后重新运行。`,
	'evidence.missing': (f) => `没有“${f.file}”这个文件或文件夹。请核对名称。`,
	'evidence.unreadable': (f) => `“${f.file}”打不开（${f.fault}）。请检查权限；没有读。`,
	'evidence.reader-failed': (f) => `读“${f.file}”时出错：${f.text}。没有读；这是程序的错误，请报告。`,
	'evidence.too-large': (f) => `“${f.file}”有 ${f.bytes} 字节，超过这类文件能读的 ${f.max} 字节。没有读；请拆开。`,
	'evidence.too-deep': (f) =>
		`“${f.file}”里的元素层层嵌套而不结束，任何程序都不会这样写：未读取。请人工查看，并重新调取该文件。`,
	'evidence.workbook-too-large': (f) =>
		`工作簿“${f.file}”有 ${f.bytes} 字节，太大，没有读。请分几份调取，或把各表分别另存为 XLSX。`,
	'evidence.workbook-damaged': (f) => `工作簿“${f.file}”已损坏，没有读。请重新调取，或用电子表格软件另存一份。`,
	'evidence.left-behind': (f) => `“${f.file}”是操作系统或办公软件留下的，不是证据，已跳过。`,
	'evidence.link-inside': (f) => `“${f.file}”是指向本案另一文件的链接，那个文件本身会读，链接已跳过。`,
	'evidence.not-a-file': (f) => `“${f.file}”既不是文件也不是文件夹，没有读。`,
	'evidence.zip-nested': (f) =>
		`“${f.file}”是压缩包里的压缩包，层数太深或太大，不能就地读。请手工解开外层，把里面的放进 evidence/。`,
	'evidence.archive-password': (f) =>
		`“${f.file}”有密码，这种压缩包里的密码程序不会用。请解压后连同原包一起放入 evidence。`,
	'evidence.archive-split': (f) => `“${f.file}”是分卷压缩包的一卷。请合并解压后连同各卷一起放入 evidence。`,
	'evidence.archive-too-large': (f) =>
		`“${f.file}”有 ${f.bytes} 字节，超过能直接打开的大小。请解压后连同原包一起放入 evidence。`,
	'evidence.archive-unreadable': (f) => `打不开压缩包“${f.file}”。请解压后连同原包一起放入 evidence。`,
	'evidence.pdf-damaged': (f) => `PDF“${f.file}”已损坏，没有读。请重新调取或换一份。`,
	'evidence.pdf-too-large': (f) => `PDF“${f.file}”太大或页数太多，没有读。请分成几份放入 evidence。`,
	'evidence.pdf-password': (f) => `PDF“${f.file}”有密码，没有读。请去掉密码另存一份，连同原件放入 evidence。`,
	'evidence.workbook-password': (f) => `工作簿“${f.file}”有密码，没有读。请去掉密码另存一份，连同原件放入 evidence。`,
	'evidence.zip-duplicate': (f) => `压缩包里有两个条目都叫“${f.file}”：第二个没有读。请手工解开并改名。`,
	'trace.amount-too-large': (f) =>
		`转账“${f.transfer}”有 ${f.amount} 个“${f.asset}”的最小单位，超出能精确追踪的范围。请核对那一行和该资产的小数位数。`,
	'trace.total-too-large': (f) =>
		`“${f.asset}”的全部转账合计 ${f.total} 个最小单位，超出能精确追踪的范围。请核对该资产的小数位数。`,
	'store.locked': (f) =>
		`数据库“${f.path}”正被${f.pid === '' ? '另一个进程' : `进程 ${f.pid} `}使用。请等那次运行结束，或结束那个进程，再试一次。`,
	'store.newer': (f) =>
		`数据库“${f.path}”是更新版本的 liuxiang 写的（版式 ${f.version}，本版只认到 ${f.known}）。请用新版；不然，${anew(f.path)}`,
	'store.foreign': (f) =>
		onServer(f.path)
			? `${f.path} 的数据库里有不是这个 liuxiang 写的数据，挡住了写入（${f.detail}）。请换一个专用的数据库，或请数据的主人移走。什么也没有丢。`
			: `“${f.path}”是数据库，但不是这个 liuxiang 的（${f.detail}）。${anew(f.path)}`,
	'store.unreachable': (f) => `数据库“${f.path}”打不开（${f.detail}）。请检查文件夹和权限。`,
	'store.memory': (f) =>
		onServer(f.path)
			? `Neo4j 服务器 ${f.path} 的内存不够。请加大（server.memory.heap.max_size、dbms.memory.transaction.total.max）后重新运行；已读的内容不会丢。`
			: `内存不够，处理不了数据库“${f.path}”。请关掉别的程序，或换内存更大的机器。`,
	'store.other-folder': (f) =>
		`数据库里已有另一个案件文件夹的同名案件（${f.path}）。两案不能混存：请在 case.yaml 的 neo4j.case 写另一个名称。如果确是同一案件，请把原文件夹里的文件 case-id 复制过来。`,
	'store.busy': (f) => `数据库“${f.path}”同时被别的程序改动。什么也没有丢：请重新运行。`,
	'store.cut': (f) =>
		`读数据库“${f.path}”时提前结束：只有 ${f.got} 行，应有 ${f.expected} 行。请重新运行；若仍如此，${anew(f.path)}`,
	'store.unknown-kind': (f) =>
		`没有“${f.scheme}://”这样的存储。可以是一个 DuckDB 文件，或 Neo4j 的地址：neo4j://、neo4j+s://、neo4j+ssc://、bolt://、bolt+s://、bolt+ssc://。`,
	'store.neo4j-refused': (f) =>
		`${f.address} 没有应答：请启动 Neo4j，或改正 case.yaml 的 store（Bolt 通常是 7687 端口）。`,
	'store.neo4j-host': (f) => `找不到 ${f.address} 的主机“${f.host}”：请改正 case.yaml 的 store。`,
	'store.neo4j-silent': (f) => `${f.address} 在 5 秒内没有应答：中间是否有防火墙，那台机器是否开着？`,
	'store.neo4j-none': (f) =>
		`在 ${f.address} 应答的不是 Neo4j 的 Bolt 端口。网页用的是另一个端口（7474）；Bolt 通常是 7687。`,
	'store.neo4j-login': (f) =>
		`${f.address} 的 Neo4j 不接受用户“${f.user}”：密码错误、缺少或已过期，或者刚才输错太多次。请改正 case.yaml 的 neo4j（password_file 或 password_env），再等几秒。`,
	'store.neo4j-database': (f) =>
		`${f.address} 的 Neo4j 里没有在运行的数据库“${f.database}”：请改正 case.yaml 的 neo4j.database，或请管理员建好、启动它。社区版只有一个，叫 neo4j。`,
	'store.neo4j-tls': (f) =>
		`到 ${f.address} 的加密连接没有成功：服务器不加密，或证书不受信任。请按服务器的情况写：不加密用 neo4j://，自签名证书用 neo4j+ssc://。`,
	'store.neo4j-old': (f) =>
		`${f.address} 的服务器是 Neo4j ${f.version}，至少要 ${f.needed}。请升级它，或在 case.yaml 里写 store: duckdb。`,
	'store.neo4j-forbidden': (f) =>
		`Neo4j 不许用户“${f.user}”在 ${f.path} 做这件事（${f.detail}）。请管理员授予 docs/neo4j.md 里列出的权限。`,
	'store.neo4j-read-only': (f) =>
		`${f.path} 的数据库现在不能写入（${f.detail}）：被设成了只读，或磁盘满后自己停了。请先解决，再重新运行；已读的内容不会丢。`,
	'store.neo4j-away': (f) =>
		`Neo4j 服务器 ${f.path} 断开了（${f.detail}）。请启动它，或修好网络，再重新运行；已读的内容都在。`,
	'store.neo4j-slow': (f) =>
		`Neo4j 服务器 ${f.path} 没有按时做完：负载太高，或它的时限（db.transaction.timeout）太短。请等它空一些再运行；已读的内容都在。`,
	'store.neo4j-stopped': (f) =>
		`${f.path} 的数据库自己停了（${f.detail}），多半是服务器的磁盘满了。请看服务器的日志，腾出空间，重启它，再重新运行；已读的内容都在。`,
	'store.neo4j-other': (f) => `${f.address} 的 Neo4j 报错：${f.reason}`,
	'case.store-login': (f) =>
		`case.yaml 的 store 里写了登录信息：那里只写“${f.address}”。用户名写在 neo4j 下，密码放进文件（password_file）或环境变量（password_env）。这个文件若已给过别人，请改密码。`,
	'case.store-address': (f) =>
		`“${f.address}”不是 Neo4j 服务器的地址。请写主机和端口，如 neo4j://127.0.0.1:7687；数据库写在 neo4j.database。`,
	'case.password-file': (f) => `密码文件“${f.file}”读不出或是空的：请建好它，或改正 case.yaml 的 neo4j.password_file。`,
	'case.password-in-evidence': (f) =>
		`Neo4j 口令文件“${f.file}”放在 evidence/ 里，会被当作证据读取和引用。请移到别处，并改 case.yaml 的 neo4j.password_file。`,
	'case.password-env': (f) =>
		`没有设置存放 Neo4j 密码的环境变量“${f.variable}”：请设置它，或改正 case.yaml 的 neo4j.password_env。`,
	'copy.same': (f) => `“${f.to}”就是案件现在用的存储。请用 --to 写另一个。`,
	'copy.empty': (f) => `存储“${f.path}”里没有可复制的内容。请先运行案件：liuxiang run "${f.folder}"。`,
	'copy.other-case': (f) =>
		`存储“${f.path}”里有 ${f.files} 个本案没有的文件，如“${f.file}”：它是别的案件的。请换一个目标；什么也没有写。`,
	'copy.differs': (f) =>
		`复制的结果与原来的存储不一致：${f.parts}。请不要使用它。请重新复制到一个新的目标；若仍如此，就是 liuxiang 的缺陷，请报告。`,
	'case.passwords-env': (f) =>
		`case.yaml 说压缩包的密码在环境变量 ${f.variable} 里，但没有设置。请设置它，或改用 passwords_file。`,
	'case.passwords-file': (f) => `读不了 case.yaml 里 passwords_file 写的“${f.file}”。请检查路径和权限。`,
	'case.passwords-in-evidence': (f) =>
		`密码文件“${f.file}”放在 evidence/ 里，会被当作检材读取和引用。请移到别处，再改 case.yaml 的 passwords_file。`,
	'case.cell': (f) =>
		`“${f.file}”第 ${f.row} 行 ${f.cell}：“${f.value}”不能用，${rejected(f.reason)}。请改好这一格再运行。`,
	'decisions.encoding': (f) =>
		`“${f.file}”不是 UTF-8，多半是被电子表格另存过。请存为“CSV UTF-8”后再决定；什么也没有写。`,
	'decide.nothing-named': () => '请写明决定的对象（编号或账号），或用 --from 给出复核表。',
	'decide.needed': (f) => `缺 --${f.option}：决定须写明由谁作出、理由何在。什么也没有记入。`,
	'decide.sheet-alone': (f) =>
		`--from 从复核表“${f.file}”读取决定与归属人：此外只写案件文件夹，以及空格的默认值（--by、--why、--review）。`,
	'decide.act': (f) =>
		`--${f.act} 不适用于“${f.subject}”（${nounOf(f.kind)}）。${f.acts === '' ? '对它没有可作的决定。' : `可作：${f.acts}。`}`,
	'decide.which': (f) => `对“${f.subject}”作 --${f.act} 须指明是哪一项，请就其中之一决定：${f.options}。`,
	'decide.needs-person': (f) => `确认“${f.subject}”须写明账户归谁：--person 姓名（表中填“归属人”）。`,
	'decide.no-person': (f) => `“${f.subject}”并不询问账户归属：请不要填归属人。`,
	'decide.no-claim': (f) =>
		`没有人被认定持有“${f.account}”：没有可决定的归属。请写入 accounts.csv，或采纳 liuxiang todo 中的建议。`,
	'decide.nothing-to-withdraw': (f) => `decisions.csv 中没有对“${f.subject}”有效的决定：没有可撤回的。`,
	'decide.point-gone': (f) => `待办中已没有“${f.subject}”：对它作过的决定只能撤回。`,
	'decide.coins': (f) => `“${f.subject}”转的是虚拟货币：定性与争议只针对人民币。请就其兑现或人民币往来决定。`,
	'decide.kept-apart': (f) =>
		`“${f.subject}”已剔除（${f.exclusion}），不计入任何数额：定性或争议不起作用。未见完成的付款可先确认。`,
	'decide.single': (f) => `“${f.subject}”只有一行依据：没有合并，无从拆分。`,
	'decide.reject-transfer': (f) =>
		`“${f.subject}”的各行载明已经付款：付款不能驳回。合并有误可拆分（--split），有异议可存疑（--dispute），或认定性质（--kind）。`,
	'decide.nothing-to-confirm': (f) => `“${f.subject}”确定且已完成：没有需要确认的。`,
	'decisions.cut': (f) => `“${f.file}”未能完整写入（磁盘是否已满？）。请查看并改好最后一行，再决定。`,
	'review.missing': (f) => `没有文件“${f.file}”。用 liuxiang todo <案件文件夹> --xlsx ${f.file} 生成。`,
	'review.no-sheet': (f) =>
		`“${f.file}”中没有复核表的列（${f.columns}）。用 liuxiang todo <案件文件夹> --xlsx <文件> 生成；什么也没有记入。`,
	'review.row': (f) =>
		`“${f.file}”的工作表“${f.sheet}”第${f.row}行无法读取（${f.reason}）。请改好或删去；什么也没有记入。`,
	'review.faults': (f) => `“${f.file}”有${f.faults}格不能接受；什么也没有记入。第一处：${f.first}`,
	'review.id': () => '不是待办的编号（q 加16位）。请恢复原编号，或重新制表。',
	'review.no-decision': () => '该行已填写却没有决定。请选定，或清空该行。',
	'review.word': (f) => `不是可识别的决定。此处可作：${f.possible}。`,
	'review.option': (f) => `“${f.option}”不是该项的选项。请从下拉列表中选。`,
	'review.needed': () => '必须填写：决定须写明由谁作出、理由何在。',
	'review.day': () => '不是存在的日期。请写成 2024-01-31，或留空。',
	'review.twice': (f) => `待办 ${f.id} 在表中出现两次且决定不同。请只留一行。`,
	'review.gone': () => '上次运行已没有这一项：已经解决，或所问已变。请重新制表。',
	'review.changed': () => '制表之后这一项有变化：事实或金额已不同。请重新制表后再看。',
	'todo.file-there': (f) => `“${f.file}”已经存在，可能已填写。请换一个文件名。`,
	'todo.cannot-write': (f) => `“${f.file}”无法写入（${f.code}）。请写在存在且有权限的文件夹中。`,
	'decisions.columns': (f) => `“${f.file}”缺少决定的列：表头应为“${f.columns}”。请改好表头再决定；什么也没有写。`,
};

/** What a decision is about. */
function nounOf(kind: unknown): string {
	const nouns: Readonly<Record<string, string>> = {
		transfer: '转账',
		'cash-out': '兑现',
		claim: '账户归属',
		account: '账户',
		point: '待办事项',
	};
	return nouns[String(kind)] ?? String(kind);
}
