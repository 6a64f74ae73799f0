/** The tables of a case, as `init` makes them: the header and nothing else. docs/case-folder.md says what goes where. */
export const CASE_TABLES: Readonly<Record<string, string>> = {
	'people.csv': '姓名,证件号码,绰号,角色,组别,上级,介绍人,省市,办案单位,批次,参与起,参与止,来源',
	'accounts.csv': '账号,主体,证件号码,类别,关系,来源,置信度,起,止,撤回日期,撤回原因',
	'groups.csv': '群号,群名,用途,来源',
	'group-members.csv': '群号,成员,群昵称,身份,起,止,来源',
	'evidence.csv': '文件,检材编号,持有人,取得方式,通知书号,提供方,提取人,见证人,时间,校验值',
	'decisions.csv': '对象,决定,值,决定人,理由,时间,复核人',
};

/** Tables that the workbook holds instead of CSV files: 人员, 账号, 群组, 群成员. */
export const WORKBOOK_TABLES: readonly string[] = ['people.csv', 'accounts.csv', 'groups.csv', 'group-members.csv'];

/** With a byte order mark: without one a Chinese Excel opens UTF-8 as garbage. */
export function tableFile(header: string): string {
	return `\uFEFF${header}\r\n`;
}
