import { methodsZh } from './methods-zh.ts';

/** Chapters that others name. */
const OTHERWISE = '有利或另有解释的事项';
const INFERRED = '推定连线及其竞合';

/** Words of the report as a document, in Chinese. `words-en.ts` must have the same keys: the type is taken from here. */
export const zh = {
	title: (name: string) => `${/案(?:（[^（）]*）)?$/u.test(name) ? name : `${name}案`}资金分析报告`,
	people: (count: number) => `${count}人`,
	clipped: (shown: string, count: number) => `${shown}…（共${count}字）`,
	pageWords: { before: '第', of: '页，共', after: '页' },
	moreNicknames: (shown: string, count: number) => `${shown}等${count}个`,
	contents: '目录',
	chapter: (index: number, title: string) => `${'一二三四五六七八九十'[index]}、${title}`,
	sum: '合计',
	timeline: '按日收付与引流',
	mapped: (name: string) => `按映射读取的表（${name}）`,
	see: { before: '（见第', after: '页）' },
	front: {
		level: '版本',
		part: '范围',
		whole: '全案',
		maker: '制作／复核',
		made: '程序与运行',
		summary: '一页摘要',
		sentence: (of: {
			payers: number;
			accounts: number;
			coins: string;
			transfers: string;
			span: string;
			cores: number;
			cashOuts: number;
			yuan: string;
			inferred: number;
			leaders: number;
			funding: string;
			paid: number;
			wages: string;
			commissions: string;
			others: string;
			operating: string;
		}) =>
			`${of.span === '' ? '' : `${of.span}，`}境外上家${of.payers}方（${of.accounts}个付款账户）分${of.transfers}笔付出${of.coins}。核心成员${of.cores}人；虚拟货币卖出后与人民币到账相对应的有${of.cashOuts}组，共${of.yuan}元，其中${of.inferred}组为推定。组长${of.leaders}人收到备用金${of.funding}元；全案运营支出${of.operating}元。有据的报酬为底薪${of.wages}元、提成${of.commissions}元、奖金及尾差${of.others}元，收款成员${of.paid}人。`,
		payingAccounts: (count: number) => `${count}个付款账户`,
		seedTransfers: (count: string) => `付出${count}笔`,
		cashOut: '兑现',
		matches: (count: number, inferred: number) => `已采纳对应${count}组，推定${inferred}组`,
		openMatches: (proposed: number, coins: number) => `待定${proposed}组；未对应的币${coins}笔`,
		coreYuan: '核心成员（元）',
		passedOn: '下发（元）',
		operating: '运营支出（元）',
		staff: '质检、话务等',
		wages: '底薪（元）',
		commissions: '提成（元）',
		leads: '计酬引流（人数明确者）',
		received: '到账（元）',
		balance: (of: { inflow: string; kept: string; operating: string; unresolved: string; balances: boolean }) =>
			`总账核对：外部流入${of.inflow}元 = 全体成员留存${of.kept}元 + 运营支出${of.operating}元 + 未决${of.unresolved}元，${of.balances ? '两边独立计算，相符' : '两边不符，须先查明'}。各层金额系同一笔钱逐层经过，不得相加；“留存”为收到减转发，不是现有余额。`,
		documented: (of: { yuan: string; least: string; count: string }) =>
			`有据的程度：报酬${of.count}笔、${of.yuan}元有据（上下级关系、账户归属及金额只有一种读法）；质检、话务等收到的下限（任何尚缺证据均不能减少）合计${of.least}元。`,
		inferred: (of: { accepted: number; inferred: number; proposed: number; coins: number; yuan: number }) =>
			`推定的部分：虚拟货币与人民币的对应，采纳${of.accepted}组（其中推定${of.inferred}组）、待定${of.proposed}组，未对应的币${of.coins}笔、款${of.yuan}笔；推定经人确认仍为推定。`,
		unsettled: (of: { open: string; openYuan: string; incomplete: number; todo: string }) =>
			`未能核实：成员间性质未定或仅相符的付款${of.open}笔、${of.openYuan}元，未计入有据金额；数据不完整${of.incomplete}项；待办${of.todo}项。`,
		otherwise: (of: { fitting: string; unrelated: string; disputes: number; apart: string }) =>
			`有利或另有解释：无关往来${of.unrelated}笔中有${of.fitting}笔金额也合计酬规则；退回、退款、借款、争议${of.apart}元单列；辩解${of.disputes}项。`,
		heads: '核心成员与组长（元；组内引流为计酬引流，只计人数明确者）',
		partHeads: '所列人员中的核心成员与组长（元）',
		groupPeople: '组内人数',
		groupLeads: '组内引流',
		moreHeads: (count: number) => `另有${count}人，见个人情况`,
		find: '找人：',
		findIndex: '按姓名拼音、绰号的人员索引',
		findSearch:
			'；或用阅读器的书签、搜索（姓名、绰号、账号）。逐笔明细在同一文件夹的台账（XLSX、附表）与查询页（HTML）中。',
	},
	levels: {
		title: '各层收付（元）',
		role: '角色',
		people: '人数',
		received: '收到',
		pay: '其中报酬',
		passedOn: '转发',
		kept: '留存',
		least: '收到下限',
		most: '收到上限',
	},
	evidence: {
		heading: '附录二　电子数据清单',
		intro:
			'本清单列出全部检材，每一文件一行，含完整性校验值（SHA-256，对未经改动的原文件计算）。“登记比对”为与检材登记表所载校验值的比较。',
		number: '序号',
		item: '检材编号',
		file: '文件及完整性校验值',
		format: '类别',
		size: '字节',
		rows: '已读／总行',
		check: '登记比对',
		readOf: (read: string, total: string) => `${read}／${total}`,
	},
	people_: {
		heading: '个人情况',
		intro:
			'每人一栏，先列核心成员，再按组排列。金额单位为元。“收到”为有据的报酬与备用金（核心成员为兑现到账）；“转发”为付给其他成员的报酬与备用金；“留存”为两者之差，负数表示转发多于收到；“计酬引流”只计付款所对应的人数明确者。逐笔明细见附表3、附表8，按姓名筛选。',
		noGroup: '未编组人员',
		superior: (name: string) => `上级${name}`,
		heads: ['收到', '其中底薪', '其中提成', '奖金及尾差', '备用金、兑现', '转发', '留存', '计酬引流'],
		leadCount: (count: string) => `${count}人`,
		moreSides: (count: number) => `；另${count}人`,
		payDays: (first: string, last: string) => `首末次领款${first}、${last}`,
		withdrawn: '已撤回',
		between: (received: string, passedOn: string, kept: string, cap: string) =>
			`收到${received}；转发${passedOn}；留存${kept}（收到上限：${cap}）`,
		rate: (rate: string, span: string, stated: boolean) =>
			`单价${rate}元（${span}，${stated ? '案件规则所载' : '由付款推断'}）`,
		backing: (of: { all: number; exact: number; differs: number; joinsOnly: number; none: number }) =>
			`提成${of.all}笔中日报相符${of.exact}、人数不符${of.differs}、仅入群记录${of.joinsOnly}、未见依据${of.none}`,
		leadCounts: (of: { paid: number; likely: number; reported: number; joined: number }) =>
			`计酬${of.paid}人（人数明确的付款）${of.likely === of.paid ? '' : `，连同人数按付款沿革推断的${of.likely}人`}、日报${of.reported}人、入群记录${of.joined}人`,
		expected: (of: { basis: string; days: string; leads: string; yuan: string; missing: string }) =>
			`${of.yuan}（${of.basis}${of.days}天、引流${of.leads}人；推算，不计入任何合计${of.missing === '' ? '' : `；${of.missing}`}）`,
		work: (of: {
			calls: { attempted: number; answered: number; long: number; numbers: number; repeated: number };
			days: { worked: number; short: number };
			checked: number;
			checksMade: number;
		}) =>
			`拨打${of.calls.attempted}次、接通${of.calls.answered}、长通话${of.calls.long}、不同号码${of.calls.numbers}、重复${of.calls.repeated}；出勤${of.days.worked}天（不足全天${of.days.short}）；被质检${of.checked}次、质检他人${of.checksMade}次`,
		said: (of: { document: string; page: string; claim: string; disputes: boolean }) =>
			`${of.disputes ? '辩解' : '陈述'}：“${of.claim}”（${of.document}第${of.page}页）`,
		labels: {
			who: '身份',
			identity: '证件',
			introducer: '介绍人',
			period: '参与期间',
			accounts: '账户',
			paidBy: '付款人',
			paidTo: '转发给',
			coins: '收到的币',
			bounds: '上下限',
			apart: '另列',
			leads: '引流',
			expected: '应得推算',
			traced: '溯及起点',
			work: '通话出勤',
			said: '供述辩解',
			measures: '措施',
			law: '数额对照',
			missing: '所缺证据',
		},
	},
	index: {
		heading: '附录一　人员索引',
		intro:
			'按姓名首字拼音排列，同字母内按国标汉字编码；一字多音的姓列于两处，首字不在国标常用字内的列于“#”。点姓名即到其个人情况。',
		nicknames: '按绰号',
	},
	given: {
		heading: '委托与检材',
		asked: '委托事项',
		client: '委托单位：__________________　　委托日期：____________　　文书号：__________________（由制作人填写）',
		questions: [
			'境外上家付给核心成员的虚拟货币有多少、何时、由哪些账户付入；',
			'其中可以对应到人民币到账的有多少，依据与把握如何；',
			'款项如何经核心成员、组长到每一名成员，每人收到、转发、留存各多少，上下限如何；',
			'哪些事项未能核实，哪些有利于当事人或另有解释。',
		],
		seeds: '追踪的起点',
		seedsIntro: '以下账户由案件设置指明为境外上家，依据见“来源”栏；其付出而首次到达他人的款项为追踪的起点。',
		payer: '付款方',
		account: '账户',
		amount: '数额',
		transfers: '笔数',
		days: '期间',
		source: '来源',
		evidence: '检材与逐行去向',
		rows: (of: {
			files: number;
			total: string;
			read: string;
			skipped: string;
			rejected: string;
			records: string;
			transfers: string;
			equal: number;
			different: number;
			unrecorded: number;
		}) =>
			`共${of.files}份文件、${of.total}行：读取${of.read}行，按理由跳过${of.skipped}行（表头、空行等），无法读取${of.rejected}行（原文另存）。读得资金记录${of.records}条，同一笔付款的多条记录合并后为${of.transfers}笔。校验值与登记一致${of.equal}份、不一致${of.different}份、无登记值${of.unrecorded}份。`,
		kind: '类别',
		files: '份数',
		rowsTotal: '总行数',
		rowsRead: '读取',
		rowsRejected: '无法读取',
		notRead: '未读全的份数',
		listAt: '逐份清单（含SHA-256校验值）',
		exclusions: '读取而不计入的款项',
		reason: '理由',
		records: '记录',
	},
	methods: {
		heading: '方法与口径',
		intro:
			'以下为得出各数字的全部规则。“依据”栏写明法律或文献出处；未能核对原文的已注明，请使用者核对；没有法定规则的写明为本程序的约定。',
		rule: '规则',
		here: '本案',
		source: '依据',
		list: methodsZh,
		filesHere: (files: number) => `${files}份文件`,
		tied: (count: string) => `先后次序无据的${count}笔`,
		policy: (policy: string) => `报告与图按“${policy}”；其余规则的结果见“${OTHERWISE}”及附表14`,
		cashOuts: (of: { before: string; after: string; parts: string; chance: string; confidence: string }) =>
			`人民币可早于币${of.before}、晚于币${of.after}；一次卖出至多分${of.parts}笔；偶然相符期望数限${of.chance}；置信度低于${of.confidence}按未对应。单价区间及来源见“${INFERRED}”`,
		proposals: (superiors: number, roles: number) => `推定上级${superiors}项、角色${roles}项（附表15）`,
		wage: (role: string, yuan: string, span: string) => `${role}底薪${yuan}元/天${span === '至' ? '' : `（${span}）`}`,
		commission: (group: string, rate: string, span: string) =>
			`${group}提成${rate}元/人${span === '至' ? '' : `（${span}）`}`,
		bonuses: (yuan: string) => `每人奖金及误付合计至多${yuan}元`,
		ownMoney: (yuan: string) => `每人自有资金至多${yuan}元`,
		statedBy: (source: string) => `以上由案件设置陈述，来源：${source}`,
	},
	whole: {
		heading: '全案资金情况',
		ofPart: '资金情况',
		partIntro:
			'本节的总账核对、起点款项的去向、被害人损失是全案的；各层收付、运营支出、冻结扣押退赔只列与所列人员有关的。',
		balance: '总账核对',
		balanceIntro: '同一笔钱逐层经过，各层不得相加。全案只以外部流入计一次，两边独立计算。',
		item: '项目',
		yuan: '元',
		inflow: '外部流入（已采纳的兑现到账及人民币起点）',
		kept: '全体成员留存',
		costs: '运营支出',
		unresolved: '未决',
		balances: '是否平衡',
		conservation: '起点款项的去向（守恒核对）',
		conservationIntro: (policy: string) =>
			`推定规则“${policy}”下，每一起点、每种资产：起点付入＋兑入＝尚存于账户＋交与服务商＋兑出（另有由起点方再付的，见附表7）。推定规则下的去向，不表示货币同一。`,
		origin: '起点',
		asset: '资产',
		seeded: '付入',
		convertedIn: '兑入',
		held: '尚存',
		delivered: '交服务商',
		convertedOut: '兑出',
		operating: '运营支出',
		operatingIntro:
			'软件、线路、号码、技术等支出，单列一支，不计入任何人的报酬或转发。同一往来兼有其他性质的，性质栏一并列明。',
		payer: '付款人',
		payee: '收款人',
		transfers: '笔数',
		days: '期间',
		kinds: '性质',
		losses: '被害人损失',
		noLosses: '没有被害人损失材料（缺输入）。诈骗数额不得由付给成员的款项推出。',
		lossesIntro: '以下取自被害人损失材料，按引流群列示；与付给成员的款项不能相互推出。',
		leadGroup: '引流群',
		victims: '被害人数',
		loss: '损失（元）',
		measures: '冻结、扣押、退赃、退赔',
		measuresIntro: '与收到、留存并列，不相抵。冻结的余额在有人认定之前不是所得；案外人财产权属待核。',
	},
	cores: {
		heading: '核心成员',
		intro:
			'收到的币按记录列示；币变成的人民币，除交易所订单载明者外，为推定；转发给各人的款项为有据的付款，每一笔在附表3。三者均以账户归属为前提。',
		sums: (of: { received: string; passedOn: string; operating: string; kept: string; least: string; most: string }) =>
			`兑现到账等收到${of.received}元（下限${of.least}，上限${of.most}），转发${of.passedOn}元，运营支出${of.operating}元，留存${of.kept}元。个人情况`,
		coinsIn: '境外付入',
		payer: '付款方',
		amount: '数额',
		transfers: '笔数',
		days: '期间',
		sold: '卖出并与人民币到账相对应（已采纳；等级见“推定连线及其竞合”）',
		quantity: '币',
		yuan: '人民币（元）',
		matches: '组数',
		rates: '单价（元/枚）',
		leastScore: '最低置信度',
		open: (count: number) => `另有待定的对应${count}组，不计入，见“${INFERRED}”。`,
		passedOn: '转发给（有据）',
		payee: '收款人',
		role: '角色与组',
	},
	groups: {
		heading: '各组',
		intro:
			'金额单位为元。“下限、上限”为收到的上下限；“引流”为计酬引流，只计付款所对应的人数明确者；“页”为个人情况所在页。',
		people: (count: number) => `共${count}人。`,
		ofPart: (count: number) => `所列人员中属本组的${count}人。`,
		sums: (of: {
			leaders: string;
			superiors: string;
			funding: string;
			passedOn: string;
			operating: string;
			kept: string;
		}) =>
			`组长${of.leaders}，上级${of.superiors}。组长收到备用金${of.funding}元，转发成员${of.passedOn}元，运营支出${of.operating}元，留存${of.kept}元。`,
		name: '姓名',
		role: '角色',
		days: '领款期间',
		received: '收到',
		wages: '底薪',
		commissions: '提成',
		kept: '留存',
		least: '下限',
		most: '上限',
		leads: '引流',
		page: '页',
	},
	otherwise: {
		heading: OTHERWISE,
		intro: '以下为有利于当事人、或可作另外解释的事项，凡检材所能显示者均列出。',
		weak: '金额相符不等于有据',
		chance: (unrelated: string, fitting: string, share: string) =>
			`本案无关人员之间的往来${unrelated}笔，其中${fitting}笔（${share}%）的金额也合计酬规则。因此金额相符本身不作认定。`,
		weakTitle: '收到数额中下限不予计入、或相符而未计入的款项，按理由',
		reason: '理由',
		people: '人数',
		rows: '笔数',
		yuan: '元',
		kinds: '经过成员账户而不作报酬计算的款项',
		kindsIntro: '以下为全案数。下列款项按现有记录不作报酬或备用金计算，未计入收到、转发。',
		kind: '性质',
		certainty: '确定程度',
		disputes: '辩解与争议',
		disputedSum: (yuan: string) => `有争议的款项${yuan}元，单列，未计入收到`,
		policies: '取决于推定规则的数额',
		policiesIntro: (policy: string) =>
			`收到的人民币中可溯及境外起点的部分，随推定规则而变；报告与图按“${policy}”。任何一种都只是约定。全部沾染只是标记：表中为各人受沾染数额之和，可大于起点付出的数额，不能与其他数相加。逐人见附表14。`,
		leads: '引流与报酬的出入',
		unpaid: (leads: string, days: string) =>
			`上报而未见付酬的引流${leads}人（人·日${days}个）：确未付酬的，不产生所得；也可能另有未见的付款。`,
		overReported: (leads: string, days: string) =>
			`上报多于入群记录的${leads}人（人·日${days}个）：可能虚报，也可能入群记录不全。`,
		overPaid: (leads: string, days: string) => `计酬多于任何记载的${leads}人（人·日${days}个）：其性质可能不全是提成。`,
		noBacking: (none: string, all: string) => `有据提成${all}笔中，未见日报或入群记录为据的${none}笔。`,
		ownPocket: '垫付',
		ownPocketOf: (received: string, passedOn: string, kept: string) =>
			`：收到${received}元，转发${passedOn}元，差额${kept}元，为垫付或另有未见的来款`,
		roles: '付款规律与人员表不一致',
		rolesIntro: '付款规律不支持人员表所载的角色、上级或期间之处：',
		sensitivity: '敏感性',
		notVaried: '本次运行未作敏感性检验（run --vary）。',
		varied: (what: string, figures: string, moved: string) =>
			`改取${what}，重算${figures}个数字，变动${moved}处，见附表18。`,
	},
	inferred: {
		heading: INFERRED,
		intro:
			'以下连线除交易所订单载明者（等级栏不是“推定”）外，不是记录所载，而是由金额、时间、单价推断。每一行列出置信度、偶然相符期望数及其他可能；采纳不等于证明。',
		bands: (bands: string) => `所依单价区间（元/枚）：${bands}。`,
		none: '没有兑现对应。',
		cashOuts: '虚拟货币与人民币的对应',
		number: '号',
		person: '人员',
		coins: '币（转出时间）',
		yuan: '人民币（到账时间）',
		rate: '单价',
		status: '状态',
		score: '置信度',
		rivals: '说明与其他可能',
		chance: (chance: string) => `偶然期望${chance}`,
		rival: (number: number | undefined, id: string, score: string) =>
			`其他可能：${number === undefined ? id : `第${number}号`}（${score}）`,
		moreRivals: (count: number) => `另${count}项见附表9`,
		overturned: (number: number) => `足以推翻一项对应的证据，以第${number}号为例（各项见附表9）：`,
		adopted: '经人采纳的推定上级、角色（来源为采纳人，等级不变）：',
		adoption: (of: { person: string; role: string; superior: string; source: string; payouts: number }) =>
			`${of.person}：${of.role}${of.superior === '' ? '' : `，上级${of.superior}`}（${of.source}；影响付款${of.payouts}笔）`,
		histories: (count: string) =>
			`另有${count}笔付款由整个付款沿革推断其底薪与提成，属推断，不计入任何有据数额（附表8）。`,
	},
	unsettled: {
		heading: '未能核实事项',
		intro: '以下为检材未能显示、或显示而不足以认定的事项。任何一项查明后，数字可能变动。',
		gaps: '数据缺口',
		hashDiffers: (path: string) => `${path}：校验值与登记不一致`,
		uncertain: (count: string) => `仅凭金额与时间合并、可能实为数笔的${count}笔`,
		tied: (count: string) => `同一时刻而先后次序无据的${count}笔`,
		disagreements: (count: number) => `链上查询答复互相矛盾${count}处（附表20）`,
		vanished: (count: number) => `链上撤销的区块中已消失的转账${count}笔，不计入任何数字（附表7）`,
		unrecorded: (count: number) => `检材登记表未载校验值的文件${count}份，只能以本次计算值为准`,
		open: '成员之间性质未定的付款',
		certainty: '程度',
		reason: '理由（以其中最大一笔为例）',
		payments: '笔数',
		yuan: '元',
		sum: '合计（未计入任何有据数额）',
		unmatched: '未对应的币与款',
		unmatchedIntro: (coins: number, yuan: number, limit: number) =>
			`转出而未见人民币的币${coins}笔；形似兑现而未见币的款${yuan}笔${yuan > limit ? `，以下列最大的${limit}笔，余见附表9` : ''}。`,
		time: '时间',
		payer: '付款人',
		payee: '收款人',
		amount: '数额',
		requests: '建议调取（待调取清单）',
		requestsIntro: (all: number, shown: number) => `共${all}项，按涉及金额列前${shown}项，全部见附表19。`,
		whom: '调取对象',
		account: '账户',
		period: '期间',
		settles: '拟查明事项',
		stake: '涉及金额（元）',
		todo: '待办事项',
		kind: '事项',
		points: '项数',
		example: '例',
		mostStake: '最大涉及金额（元）',
	},
	law: {
		heading: '法定数额对照',
		intro:
			'达到某项数额不等于符合该规定，须另有所列的其他条件。每人达到的项在其个人情况中以“号”列出；上限不明、未达到及不能对照的，以及各条款在该人行为时、裁判时是否有效，逐人见附表24。',
		number: '号',
		rule: '规定',
		text: '要点',
		people: '达到的人数：有记录支持／连同推定才达到／仅按上限',
		also: (what: string) => `另须：${what}`,
		counts: (measure: string, [documented, inferred, most]: readonly string[]) =>
			`${measure}：${documented}／${inferred}／${most}`,
		nobody: '无',
		under: (highest: string, policies: string) => `最高${highest}（按${policies}达到）`,
		reaches: (value: string, numbers: string) => `${value}，达第${numbers}号`,
		lacking: '下列规定因案件缺少输入而不能对照：',
	},
	annexes: {
		settings: '附录三　参数',
		settingsIntro: '可以影响数字的设置；表格读法（mappings）见附表7。“-”为未设置。',
		setting: '参数',
		value: '取值',
		files: '附录四　附件目录',
		filesIntro: '与本报告同属一个文件夹，逐行可查：',
		terms: '附录五　词汇',
		termList: [
			['上家', '案件设置指明的境外付款方；是有来源的主张'],
			['兑现', '卖出的虚拟货币与人民币到账的对应；除交易所订单载明者外为推定'],
			['引流', '将他人拉入引流群；一人为一个引流人，不当然是被害人'],
			['底薪、提成', '按日计的报酬；按引流人数计的报酬'],
			['备用金', '上级拨给、供其付给他人的款项'],
			['有据、相符未定、未定', '关系、账户、金额读法均明确；金额相符而有缺项；无从判断或有矛盾'],
			['溯及起点', '在某一推定规则下，收到的款项中来自起点的部分'],
			['留存', '收到减转发；不是现有余额，也不是违法所得的认定'],
			['校验值', '由文件内容算出的定长数字（SHA-256），内容变动一个字节即不同'],
		] as (readonly [string, string])[],
		signatures: ['制作：', '复核：', '日期：'],
	},
};

export type DocumentWords = typeof zh;
