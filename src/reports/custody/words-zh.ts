/** Words of the guide that lies in every folder that is handed over. `words-en.ts` must have the same keys. */
export const zh = {
	file: '说明.txt',
	title: (name: string) => `${name} 资金分析：文件说明与校验方法`,
	about: (run: string, program: string) => [
		`本文件夹由 ${program} 根据案件检材计算生成，运行编号 ${run}。`,
		'所列为资金分析的事实和数额，不作定性，不含定罪意见。',
	],
	contents: '一、文件',
	checking: '二、怎样校验文件未被改动',
	limits: '三、校验说明什么，不说明什么',
	groups: {
		findings: '全部结果（JSON），其他文件都由它绘出',
		tables: '明细表（每行一个 JSON 对象）：从数额到转账，再到检材的文件和行',
		charts: '资金流向图（SVG，用浏览器打开）',
		ways: '个人资金来源路径图、时间图、兑现图（SVG，用浏览器打开）',
		report: '资金分析报告（PDF）',
		workbook: '资金分析台账（XLSX）',
		page: '查询网页（HTML，用浏览器打开，不需要网络）',
		schedules: '附表（CSV，用电子表格打开）',
		exchange: '供其他分析软件导入的数据（FollowTheMoney、i2、GraphML）',
		reconciliation: '各部分与全案的汇总核对（CSV）',
		inputs: '各检材和设置文件的 SHA-256，可在案件文件夹中用 sha256sum -c 核对',
		other: '其他',
	} as Readonly<Record<string, string>>,
	provenance: '来源记录（CASE/UCO，JSON-LD）：由哪些文件、用什么程序、得出哪些文件，及其校验值',
	manifest: '清单：各文件的大小、SHA-256 和 SM3，检材和设置的校验值，参数，程序版本，存储指纹',
	sums: '各文件的 SHA-256，供通用工具核对',
	steps: [
		'1. 不用本程序。Linux：在本文件夹中执行 sha256sum -c SHA256SUMS；macOS：shasum -a 256 -c SHA256SUMS；',
		'   Windows：certutil -hashfile 文件名 SHA256，与 SHA256SUMS 中该文件的一行比较。SM3 值在 manifest.json 中。',
		'2. 用本程序：liuxiang verify --package 本文件夹。逐个文件说明相同、改动、缺少或多出。',
		'3. 有检材时：liuxiang verify 案件文件夹。重新计算检材和设置的校验值，用检材重新计算全部结果，逐字节比较，说明哪里不同。',
	],
	says: [
		'文件与 SHA256SUMS 一致，说明清单生成以后文件没有被改动。',
		'清单和文件可以一起被替换。因此应计算 SHA256SUMS 自身的 SHA-256（“封签”），与移交时笔录或清单上记载的数值比较；没有记载的，校验不能说明这一点。',
		'校验不说明检材本身真实、完整，也不说明计算方法恰当。数额从哪些行算出，见台账和明细表；能否从检材重新算出，由第 3 种方法回答。',
	],
	number: (index: number) => `${index}. `,
} as const;

type Widened<T> = {
	readonly [K in keyof T]: T[K] extends string ? string : T[K] extends readonly string[] ? readonly string[] : T[K];
};

export type GuideWords = Widened<typeof zh>;
