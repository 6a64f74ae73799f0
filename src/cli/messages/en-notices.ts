import type { Sentence } from './words.ts';

/** What is said of notices: their settings, and why one was not taken. */
export const notices = {
	'notices.sent': (f) => `Notices taken by their receivers: ${f.sent}.`,
	'notices.waiting': (f) =>
		`Notices not taken yet: ${f.waiting}. They lie in notices/pending; the next run tries again.`,
	'notices.given-up': (f) =>
		`Notices given up: ${f.count}. They lie in notices/dead with the reason; put one back into notices/pending to have it tried once more.`,
	'notice.fault.secret': (f) =>
		`The secret of a receiver of notices cannot be used (${f.cause}): see secret_file or secret_env under notices in case.yaml; doctor tells more.`,
	'notice.fault.unreachable': (f) =>
		`Nobody answers at "${f.host}" (${f.cause}). Check that the receiver of notices runs and can be reached from here.`,
	'notice.fault.timeout': (f) => `"${f.host}" did not answer in time. Check that the receiver of notices is well.`,
	'notice.fault.tls': (f) =>
		`No safe connection to "${f.host}" (${f.cause}). Where its certificate is of your own authority, name that in NODE_EXTRA_CA_CERTS.`,
	'notice.fault.redirected': (f) =>
		`"${f.host}" sends notices on to another address (${f.status}), which is not followed. Write the final address into case.yaml.`,
	'notice.fault.login': (f) =>
		`The mail server "${f.host}" refuses the login (${f.status}). Check user and secret under notices in case.yaml.`,
	'notice.fault.busy': (f) => `"${f.host}" cannot take notices now (${f.status}). It is tried again.`,
	'notice.fault.refused': (f) =>
		`"${f.host}" does not take a notice (${f.status}). Check address, secret and receivers under notices in case.yaml.`,
	'notice.fault.gone': (f) => `"${f.host}" says that notices are wanted there no more (${f.status}).`,
	'notice.fault.unnamed': () => 'A notice was for a receiver that case.yaml names no more.',
	'notice.fault.withheld': () => 'A notice with names was made before case.yaml said detail: counts. It is not sent.',
	'notice.spool': (f) =>
		`Notices cannot be kept in "${f.folder}" (${f.fault}). Check free space and rights of the folder, then run again.`,
	'notice.secret-file': (f) =>
		`The file "${f.file}" that secret_file in case.yaml names cannot be read, or is empty. Check its path and rights.`,
	'notice.secret-in-evidence': (f) =>
		`The secret file "${f.file}" lies in evidence/, where it would be read and quoted as evidence. Move it elsewhere and change secret_file in case.yaml.`,
	'notice.secret-env': (f) =>
		`case.yaml says that a secret of notices is in the environment variable ${f.variable}, which is not set. Set it, or use secret_file.`,
	'notice.secret-form': (f) =>
		`The secret of the webhook is no key: at least ${f.shortest} bytes are needed, as text or as "whsec_" and Base64. Make a new one, such as with: openssl rand -hex 32`,
} satisfies Record<string, Sentence>;
