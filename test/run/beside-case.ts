import { CALLER_CHAT, LEADER_CHAT, OTHER_CALLER_CHAT, smallCase } from './small-case.ts';

const MAPPINGS = `  - name: calls
    when: [工号, 被叫, 时间, 秒]
    yields: calls
    network: seat
    columns: { caller: 工号, callee: 被叫, time: 时间, seconds: 秒 }
  - name: hours
    when: [工号, 日期, 小时]
    yields: attendance
    network: seat
    columns: { worker: 工号, day: 日期, hours: 小时 }
  - name: seats
    when: [座席, 使用人]
    yields: seats
    columns: { account: 座席, party: 使用人, from: 起, until: 止 }
  - name: checks
    when: [质检人, 工号, 时间, 结果]
    yields: checks
    network: seat
    columns: { inspector: 质检人, worker: 工号, time: 时间, result: 结果 }
  - name: joins
    when: [群, 进群人, 邀请人, 进群时间]
    yields: joins
    network: wechat
    columns: { group: 群, member: 进群人, inviter: 邀请人, time: 进群时间 }
  - name: testimony
    when: [谁, 笔录, 说了什么]
    yields: testimony
    columns: { person: 谁, document: 笔录, claim: 说了什么, amount: 元, disputed: 辩解 }
  - name: measures
    when: [措施, 对象, 账户, 文书]
    yields: measures
    columns: { kind: 措施, person: 对象, account: 账户, amount: 元, document: 文书, from: 起, until: 止 }
  - name: victims
    when: [代号, 损失]
    yields: victims
    columns: { pseudonym: 代号, loss: 损失, group: 群 }
`;

const handle = (account: string) => account.slice(account.indexOf(':') + 1);

/**
 * The small case with everything that stands beside money. Two callers shared seat 8001, one after the other; the list of
 * calls lies in the case twice, the second time with one call more; of nine who came into the lead group five count.
 */
export function besideCase(): Map<string, string> {
	const files = smallCase();
	files.set('case.yaml', `${files.get('case.yaml')}${MAPPINGS}`);
	const [caller, other, leader] = [CALLER_CHAT, OTHER_CALLER_CHAT, LEADER_CHAT].map(handle);
	const calls = [
		'8001,138****0001,2023-03-06 09:00:00,0',
		'8001,138****0001,2023-03-06 09:05:00,29',
		'8001,138****0002,2023-03-06 09:10:00,31',
		'8001,138****0003,2023-03-08 09:00:00,40',
	];
	const put = (name: string, header: string, lines: readonly string[]) =>
		files.set(name, `${[header, ...lines].join('\n')}\n`);
	put('groups.csv', '群号,群名,用途,来源', ['90001@chatroom,福利群,引流群,勘验', '90002@chatroom,一组,工作群,勘验']);
	put('evidence/calls.csv', '工号,被叫,时间,秒', calls);
	put('evidence/calls-again.csv', '工号,被叫,时间,秒', [...calls, '8001,138****0004,2023-03-08 09:30:00,5']);
	put('evidence/hours.csv', '工号,日期,小时', ['8001,2023-03-06,9', '8001,2023-03-08,7.5']);
	put('evidence/seats.csv', '座席,使用人,起,止', ['8001,演示丙,2023-03-01,2023-03-07', '8001,演示丁,2023-03-08,']);
	put('evidence/checks.csv', '质检人,工号,时间,结果', ['演示乙,8001,2023-03-06 18:00:00,合格']);
	put('evidence/joins.csv', '群,进群人,邀请人,进群时间', [
		`90001@chatroom,${caller},${leader},2023-03-20 08:00:00`,
		...[1, 2, 3].map((n) => `90001@chatroom,wxid_new${n},${caller},2023-03-20 10:0${n}:00`),
		`90001@chatroom,wxid_new1,${caller},2023-03-20 11:00:00`,
		...[4, 5].map((n) => `90001@chatroom,wxid_new${n},${other},2023-03-22 10:0${n}:00`),
		`90002@chatroom,wxid_new6,${other},2023-03-22 10:10:00`,
		`90003@chatroom,wxid_new7,${other},2023-03-22 10:20:00`,
	]);
	put('evidence/testimony.csv', '谁,笔录,说了什么,元,辩解', [
		'演示丙,讯问一,每天二百,200.00,否',
		'演示丁,讯问二,那笔是还我的,60.00,是',
		'路人,询问一,不认识,,否',
	]);
	put('evidence/measures.csv', '措施,对象,账户,元,文书,起,止', [
		'冻结,,bank:6217000000000000022,2000.00,冻一,2023-06-01,2023-12-01',
		'退赃,演示丙,,300.00,退一,2023-06-02,',
	]);
	put('evidence/victims.csv', '代号,损失,群', ['被害人1,10000.00,90001@chatroom', '被害人2,5000.50,90001@chatroom']);
	return files;
}
