import test from 'ava';
import { systemEvent } from '../../src/sources/chat-system.ts';

const person = (name: string, username?: string) =>
	username === undefined ? { name, self: false } : { name, username, self: false };
const SELF = { name: '', self: true };

test('an invitation gives everybody who came and who brought them', (t) => {
	const join = (joined: unknown[], inviter?: unknown) => ({ kind: 'join', joined, ...(inviter ? { inviter } : {}) });
	const lines: [string, unknown][] = [
		['"样甲"邀请"客一"加入了群聊', join([person('客一')], person('样甲'))],
		['"样甲"邀请"客一、客二"加入了群聊', join([person('客一'), person('客二')], person('样甲'))],
		['你邀请"客一"加入了群聊', join([person('客一')], SELF)],
		['样甲邀请客一加入了群聊', join([person('客一')], person('样甲'))],
		['"样甲"邀请你加入了群聊，群聊参与人还有：样乙、样丙', join([SELF], person('样甲'))],
		['"样甲"邀请你和"客一"加入了群聊', join([SELF, person('客一')], person('样甲'))],
		['"爱邀请的人"邀请"客一"加入了群聊', join([person('客一')], person('爱邀请的人'))],
		[
			'样甲(wxid_yangjia01)邀请客一(wxid_keyi0007)、客二(小)加入了群聊',
			join([person('客一', 'wxid_keyi0007'), person('客二(小)')], person('样甲', 'wxid_yangjia01')),
		],
		['"客一"通过扫描"样甲"分享的二维码加入群聊', join([person('客一')], person('样甲'))],
		['"客一"通过扫描你分享的二维码加入群聊', join([person('客一')], SELF)],
		['"客一"通过扫描二维码加入群聊', join([person('客一')])],
		['客一与群里其他人都不是微信朋友关系，请注意隐私安全', { kind: 'stranger', joined: [person('客一')] }],
	];
	for (const [line, event] of lines) t.deepEqual(systemEvent(line) as unknown, event, line);
});

test('leaving, removal, renaming and talk of invitations are no joins', (t) => {
	for (const line of [
		'你将"客一"移出了群聊',
		'"客一"退出了群聊',
		'"样甲"修改群名为“邀请”',
		'样甲邀请你加入语音通话',
		'通过扫描二维码加入群聊',
		'邀请加入了群聊',
		'以上是打招呼的内容',
	])
		t.is(systemEvent(line), undefined, line);
});

test('who took whose packet, but not what somebody takes of their own', (t) => {
	const take = (taker: unknown, giver: unknown) => ({ kind: 'take', taker, giver });
	const lines: [string, unknown][] = [
		['客一领取了你的红包', take(person('客一'), SELF)],
		['客一领取了你的红包，你的红包已被领完', take(person('客一'), SELF)],
		['你领取了客一的红包', take(SELF, person('客一'))],
		[
			'<img src="SystemMessages_HongbaoIcon.png"/>  客一领取了你的<_wc_custom_link_ color="#FD9931" href="weixin://x">红包</_wc_custom_link_>',
			take(person('客一'), SELF),
		],
		['你领取了自己发的红包', undefined],
		['客一领取了自己发的红包', undefined],
		['你的红包已被领完', undefined],
	];
	for (const [line, event] of lines) t.deepEqual(systemEvent(line) as unknown, event, line);
});

test("the XML's own member list tells people apart, whatever their names hold", (t) => {
	const link = (name: string, ...members: [string, string][]) =>
		`<link name="${name}" type="link_profile"><memberlist>${members
			.map(([id, nick]) => `<member><username>${id}</username><nickname><![CDATA[${nick}]]></nickname></member>`)
			.join('')}</memberlist></link>`;
	const xml = `<sysmsg type="sysmsgtemplate"><sysmsgtemplate><content_template type="tmpl_type_profile"><plain><![CDATA[]]></plain><template><![CDATA["$username$"邀请"$names$"加入了群聊]]></template><link_list>${link('username', ['wxid_yangjia01', '样甲'])}${link('names', ['wxid_keyi0007', '客、一'], ['keer_2', '客"二'])}</link_list></content_template></sysmsgtemplate></sysmsg>`;
	t.deepEqual(systemEvent(xml) as unknown, {
		kind: 'join',
		joined: [person('客、一', 'wxid_keyi0007'), person('客"二', 'keer_2')],
		inviter: person('样甲', 'wxid_yangjia01'),
	});
	const plain = (count: number) =>
		`<sysmsg type="delchatroommember"><delchatroommember><plain><![CDATA[你邀请"客一、客二"加入了群聊]]></plain><text/><link><scene>invite</scene><memberlist>${'<username>wxid_keyi0007</username>'.repeat(count)}</memberlist></link></delchatroommember></sysmsg>`;
	t.like(systemEvent(plain(2)), { joined: [{ username: 'wxid_keyi0007' }, { username: 'wxid_keyi0007' }] });
	t.deepEqual(systemEvent(plain(1)) as unknown, {
		kind: 'join',
		joined: [person('客一'), person('客二')],
		inviter: SELF,
	});
});

test('a line made to be slow is not', (t) => {
	const begin = performance.now();
	for (const line of [
		'"'.repeat(60_000),
		`${'邀请'.repeat(30_000)}加入`,
		`<${'a<'.repeat(60_000)}`,
		'你和'.repeat(2000),
	])
		systemEvent(line);
	t.true(performance.now() - begin < 2000);
});
