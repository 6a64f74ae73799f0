import type { notices as en } from './en-notices.ts';
import type { Sentence } from './words.ts';

/** What is said of notices, in Chinese. */
export const notices: Readonly<Record<keyof typeof en, Sentence>> = {
	'notices.sent': (f) => `已送达通知 ${f.sent} 条。`,
	'notices.waiting': (f) => `尚未送达的通知 ${f.waiting} 条，存放在 notices/pending，下次运行再发。`,
	'notices.given-up': (f) => `放弃的通知 ${f.count} 条，连同原因存放在 notices/dead；移回 notices/pending 即再试一次。`,
	'notice.fault.secret': (f) =>
		`通知接收方的密钥用不了（${f.cause}）：请看 case.yaml 里 notices 的 secret_file 或 secret_env，doctor 说得更细。`,
	'notice.fault.unreachable': (f) => `“${f.host}”无应答（${f.cause}）。请检查接收通知的服务是否在运行、本机能否连上。`,
	'notice.fault.timeout': (f) => `“${f.host}”没有及时应答。请检查接收通知的服务是否正常。`,
	'notice.fault.tls': (f) =>
		`无法与“${f.host}”建立安全连接（${f.cause}）。证书如由自有机构签发，请在 NODE_EXTRA_CA_CERTS 里写明该机构的证书。`,
	'notice.fault.redirected': (f) =>
		`“${f.host}”要求改发到别的地址（${f.status}），程序不跟随。请把最终地址写进 case.yaml。`,
	'notice.fault.login': (f) =>
		`邮件服务器“${f.host}”拒绝登录（${f.status}）。请检查 case.yaml 里 notices 的用户和密码。`,
	'notice.fault.busy': (f) => `“${f.host}”此刻收不了通知（${f.status}），稍后再发。`,
	'notice.fault.refused': (f) =>
		`“${f.host}”不收一条通知（${f.status}）。请检查 case.yaml 里 notices 的地址、密钥和收件人。`,
	'notice.fault.gone': (f) => `“${f.host}”说不再接收通知（${f.status}）。`,
	'notice.fault.unnamed': () => '有一条通知的接收方，case.yaml 里已不再写明。',
	'notice.fault.withheld': () => '有一条含姓名的通知写于 case.yaml 改为 detail: counts 之前，不再发送。',
	'notice.spool': (f) => `通知存不进“${f.folder}”（${f.fault}）。请检查剩余空间和文件夹权限，再运行一次。`,
	'notice.secret-file': (f) => `读不了 case.yaml 里 secret_file 写的“${f.file}”，或文件是空的。请检查路径和权限。`,
	'notice.secret-in-evidence': (f) =>
		`密钥文件“${f.file}”放在 evidence/ 里，会被当作检材读取和引用。请移到别处，再改 case.yaml 的 secret_file。`,
	'notice.secret-env': (f) =>
		`case.yaml 说通知的密钥在环境变量 ${f.variable} 里，但没有设置。请设置它，或改用 secret_file。`,
	'notice.secret-form': (f) =>
		`webhook 的密钥不合用：至少 ${f.shortest} 字节，写成文本，或写成“whsec_”加 Base64。可用 openssl rand -hex 32 另做一个。`,
};
