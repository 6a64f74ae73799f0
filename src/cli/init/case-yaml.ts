/**
 * The `case.yaml` of a new case: every setting with a sentence, the defaults written out, so that a person sees what
 * holds without opening the manual. A line `# key: …` is a setting that is off: taking away `# ` turns it on.
 */
export function caseYaml(name: string): string {
	return TEMPLATE.replace('{{name}}', () => JSON.stringify(name));
}

const TEMPLATE = `# yaml-language-server: $schema=./case.schema.json
# 案件设置。以 # 开头的行是说明；"# 键: 值" 是未启用的设置，去掉 "# " 即启用。
# 金额、汇率一律写在引号里；日期写作 2023-03-01；改动保存后重新运行 liuxiang run 即可。

# 本文件的版本，不要改。
version: 1

# 案件名称，印在图和附表的标题上。
name: {{name}}

# 报告的语言：zh 中文，en 英文。
language: zh

# 没有写明时区的时间按哪个时区读。中国导出的文件都是 +08:00；链上数据另按 UTC。
timezone: "+08:00"

# 统计期间，印在标题上；上限只在这段时间里找看不见的钱。
# period: { from: 2023-03-01, until: 2023-05-31 }

# 裁判日：法定数额对照按行为时与裁判时分别列出有效的条款；不写则按没有失效日的条款。
# 条款记录在程序的 datasets/law/；本案另有或须更正的，放在案件文件夹的 law/ 下，同一标识的以本案为准。
# judgment_day: 2024-06-30

# 制图人、复核人，留空则印空白栏。
maker: ""
reviewer: ""

# 数据存在哪里：duckdb 是案件文件夹里的 store.duckdb，不必安装任何东西。
# 也可写 Neo4j 服务器的地址，如 "neo4j://127.0.0.1:7687"（加密时 neo4j+s://）；地址里不写用户和密码。
# 已经运行过的案件，先用 liuxiang copy 把数据复制过去。
store: duckdb

# Neo4j 的登录。密码不写在这里：写密码文件的路径，或环境变量的名字，二者取一。
# case 区分同一数据库里的各个案件，不写即案件名称；keep_runs 是图里保留最近几次运行。
# neo4j: { user: neo4j, password_file: neo4j-password.txt, database: neo4j, case: 本案, keep_runs: 1 }
# 用环境变量时写 password_env: LIUXIANG_NEO4J_PASSWORD，代替 password_file。

# 证据里加密压缩包的密码：写在单独的文件里（不放在 evidence/ 下），一行一个，或"压缩包名<TAB>密码"；这里只写文件名。
# passwords_file: passwords.txt
# 也可以用环境变量给出，写它的名称，代替 passwords_file。
# passwords_env: LIUXIANG_ZIP_PASSWORDS

# 本案另有的代币：合约地址（网络:地址）、显示的符号、小数位数。代币只认合约，不认符号。
# USDT（波场、以太坊、BSC）、TRX、ETH、人民币已内置。
assets: []
# 例如：
# - { id: "tron:T…", symbol: USDX, decimals: 6 }

# 起点：从哪里来的钱要追。
seeds:
  # 凡从 accounts.csv 标为"境外"的账户付出的转账都是起点。
  overseas: true
  # 另外指定的付款账户（网络:账号），各算一个来源。
  accounts: []
  # 另外指定的单笔转账（转账编号）。
  transfers: []

# 计酬规则：一笔付款怎样拆成工资和提成。下面是常见的例子，按本案证据改。
pay:
  # 工资：角色 core 核心、organiser 组织者、leader 组长、inspector 质检、caller 话务、technician 技术、other 其他；
  # yuan_per_day 是每天多少元；from、until 是起止日期，可不写。
  wages:
    - { role: caller, yuan_per_day: "200" }
    - { role: inspector, yuan_per_day: "400" }
  # 提成：yuan_per_lead 是拉一个人多少元；查不清时写 { min: "5", max: "10" }，这时人数可能不止一种读法。
  # group 只用于某一组；from、until 是起止日期，可不写。
  commissions:
    - { yuan_per_lead: { min: "5", max: "10" } }
  # 可能按一天的百分之几付工资：50 就是半天。
  part_days_percent: [50]
  # 一笔付款最多付几天的工资。
  days_per_payout_max: 1
  # 一个人一天最多拉几个人；知道时写上，超过的读法不再列出。
  # leads_per_day_max: 40
  # 付款可能凑整，最多差多少元。
  rounding_max_yuan: "1.00"

# 通话和出勤怎样计数：只作对照，不影响任何金额。
work:
  # 通话满多少秒的另外计数。
  call_seconds_min: 30
  # 一天满多少小时算全天。
  full_day_hours: 8

# 兑现：虚拟币离开一个人的钱包，人民币进入同一个人的账户。
cash_outs:
  # 每个币多少元：最低、最高、起止日期、出处。没有汇率就不配对；程序从不自己假定汇率。
  rates: []
  # 例如：
  # - { min: "6.85", max: "6.95", from: 2023-03-01, until: 2023-03-31, source: "讯问笔录第3页" }
  # 人民币最多比币早到多久、晚到多久（m 分、h 时、d 天）。
  before: 24h
  after: 72h
  # 纯属巧合也会出现的配对数，预计超过这个数的不自动采用，留给人判断。
  chance_max: 0.01
  # 到账可能少于应得的部分（手续费）：最多百分之几、最多几元。不写即不容许短少。
  # fee_percent_max: "0.5"
  # fee_yuan_max: "10"
  # 一次兑现最多几笔转出、几笔到账（1 即只做一对一）；同一方的各笔须在 group_within 之内。
  parts_max: 3
  group_within: 24h
  # 把握低于此数的对应不作数，两端按未对应列示。
  confidence_min: 0.2

# 上限：证据不全时，每人最多可能收到、转发多少。只写有出处的陈述；不影响任何有据金额，不写就得不出相应的上限。
# source 谁说的（必写）；accounts_known 账户已全部查明的成员，"*" 为全体，except 除外；bonuses_max_yuan 每人奖金及误付合计最多；
# own_money_max_yuan 每人自有资金（余额、工资、借款、退回款）最多；received_max 没有日薪的角色平均每天最多收到；
# outside_money 写 coins，即从外部进来的只有虚拟币。
# bounds: { source: "讯问笔录", accounts_known: { people: ["*"], except: [] }, bonuses_max_yuan: "1000", own_money_max_yuan: "20000", received_max: [{ role: leader, yuan_per_day: "3000" }], outside_money: coins }

# 链上查询：liuxiang fetch 和 run 向这里写的节点查询已归属账户、起点账户的流水；不写就不联网。详见 docs/chains.md。
# network 是 eth、bsc、polygon、arbitrum、tron，其他以太坊类网络写 evm-链号，每条链写一次。
# endpoints 同类的可写几个，依次接替：interface 是 rpc（节点）、etherscan（浏览器接口第二版）、trongrid（波场）。
# 密钥不写在这里：key_file 写密钥文件的路径（不放在 evidence/ 下），或 key_env 写环境变量的名称；地址里的 {key} 代表密钥。
# confirmations 其上有多少个区块才算确定，不写即按链自己的说法；unconfirmed 写 true，未确定的也取，单列，不计入任何金额。
# tokens 写 known 只取本案代币，all 全取，或列出合约地址；accounts 是另外要查的账户；from_block 从哪个区块查起，波场写 from 日期；
# scan 逐块查找主币转账的范围；internal 写 off 则不查合约内部转账；cross_check 写 true，两个节点须回答一致；keep_answers 写 false，不留存原始回答。
chains: []
# 例如：
# - network: eth
#   endpoints: [{ url: "https://node.example/v3/{key}", interface: rpc, key_file: secrets/eth.key, requests_per_second: 5, timeout: 30s }, { url: "https://api.etherscan.io/v2/api", interface: etherscan, key_env: ETHERSCAN_KEY }]
#   confirmations: 12
#   unconfirmed: false
#   tokens: known
#   accounts: []
#   from_block: 16000000
#   scan: { from_block: 16700000, until_block: 16710000 }
#   internal: auto
#   cross_check: false
#   keep_answers: true
# - network: tron
#   endpoints: [{ url: "https://api.trongrid.io", interface: trongrid, key_file: secrets/trongrid.key }]
#   from: 2023-03-01

# 追踪的口径，印在附表里。
trace:
  # 钱混在一起后按什么顺序算：fifo 先进先出、lifo 后进先出、haircut 按比例、poison 一沾全算。是推定规则，不表示货币同一。
  policy: fifo
  # 到了交易所、换币商等服务商的账户就停，不穿过去。
  services_end_branches: true
  # 查路径时最多走几笔；不写即不限。
  # depth: 20
  # 转账超过这么多笔的账户，查路径时不再展开；不写即不限。
  # hub: 10000

# 流向图。
chart:
  # 一个人付给超过这么多人时，其余合并为"其他n人"；图上写明。
  fold_above: 8

# 材料包：运行之后随即绘制。level 供谁阅读：internal 内部、court 检法（默认）、public 公开；names 写 full 或 masked；
# each 写 group、batch、office 或 province，即按组、批次、办案单位、省市各画一包，并附汇总核对。遮盖的规则见 docs/masking.md。
packages: []
# 例如：[{ level: court }, { level: court, each: office }, { level: public, names: masked }]

# 时间表：liuxiang watch 何时运行本案。cron 五段：分、时、日、月、星期（六段则秒在前）；timezone 不写即按上面的 timezone。
# missed 无人值守时错过的：run 补做一次（默认），skip 等下一次；time_limit、memory_limit 一次运行的限度，超过即停，下次继续；
# keep_runs 保留最新的几个结果文件夹，不写即全部保留。详见 docs/watch.md。
# schedule: { cron: "0 2 * * *", timezone: Asia/Shanghai, missed: run, time_limit: 4h, memory_limit: 4GB, keep_runs: 30 }

# 通知：运行之后告诉谁；不写即不告诉任何人。on：changed 有变动、alarm 有新警报、failed 未完成（以上为默认）、always 每次；
# detail：counts 只说案件名称和数目（默认），people 也说人名和数字（须加密传送）。webhook 按 Standard Webhooks 签名；
# 密钥、密码写在 secret_file 所指的文件里（不放在 evidence/ 下），或写环境变量的名称 secret_env。详见 docs/notices.md。
# notices: { on: [changed, alarm, failed], detail: counts, webhook: { url: "https://desk.example/liuxiang", secret_file: secrets/hook.key }, email: { host: mail.example, port: 465, security: tls, user: liuxiang, secret_file: secrets/mail.txt, from: liuxiang@mail.example, to: [desk@mail.example] } }

# 程序还不认识的表格怎么读：when 是表头里必须同时有的列名，columns 是我们的字段 -> 表里的列名。
# yields 是每一行说明什么：transfers 转账（默认）、orders 买卖币订单、attributions 账号归谁、people 人员名册、
# leads 引流人数、calls 通话、attendance 考勤、checks 质检、seats 工号归谁、members 群成员、joins 进群、
# testimony 供述、measures 冻结扣押退赃退赔、victims 被害人损失。各类的字段和例子见 docs/case-folder.md。
mappings: []
# 例如引流日报表：
# - name: daily-report
#   when: [日期, 话务员, 引流人数]
#   yields: leads
#   columns: { day: 日期, caller: 话务员, count: 引流人数 }
`;
