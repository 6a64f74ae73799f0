import { terms } from './en-terms.ts';
import type { Sentence } from './words.ts';

/** Why a cell is no good, in the words that `inspect` has for it. */
function rejected(reason: unknown): string {
	const words: Readonly<Record<string, Sentence>> = terms;
	return words[`reject.${reason}`]?.({}) ?? String(reason);
}

/** Whether a store is a case on a server: then nothing can be moved away, and its disk and memory are not ours. */
function onServer(path: unknown): boolean {
	return String(path).includes('://');
}

/** How to get a sound store where this one is not. */
function anew(path: unknown): string {
	return onServer(path)
		? 'Name another "neo4j.case" in case.yaml and run again: the case is rebuilt from the evidence.'
		: 'Move it away and run again: the store is rebuilt from the evidence.';
}

/** Why an address of `chains` is refused. */
function badAddress(why: unknown): string {
	if (why === 'scheme') return 'only http, https, ws and wss are asked';
	if (why === 'credentials') return 'it holds a name or a password; name the secret by key_file or key_env instead';
	if (why === 'key-in-host') return '{key} stands in the name of the host, which is printed';
	return 'it is no whole address, such as https://node.example/v3/{key}';
}

/** Why a key of `chains` is refused; the key itself is never shown. */
function badKey(why: unknown): string {
	if (why === 'missing') return 'the address has {key}, and no key was found; give key_file or key_env';
	if (why === 'no-place') return 'nothing says where it goes; write {key} where it stands in the address';
	return 'a key has at least 8 characters, without spaces and line breaks; check the file or the variable';
}

/**
 * What went wrong, where, and what to do: one line a code of `Problem`. Values stand in quotes. A new problem is a new
 * line here and in `zh-problems.ts`.
 */
export const problems = {
	'usage.arguments': (f) => `${f.message} (see liuxiang --help, or liuxiang <command> --help)`,
	'usage.time': (f) => `"${f.text}" is no time. Write a day (2023-03-01) or an instant (2023-03-01 12:00:05).`,
	'usage.amount': (f) => `"${f.text}" is no amount. Write whole units, such as 100 or 7.5.`,
	'usage.asset': (f) => `This case has no asset "${f.text}". It has: ${f.known}.`,
	'usage.whole': (f) => `--${f.option} takes a whole number from 1 up.`,
	'follow.chain': (f) =>
		`case.yaml names no chain "${f.network}" (it has: ${f.known === '' ? 'none' : f.known}). Add it under chains; docs/chains.md shows how.`,
	'follow.start': (f) =>
		`"${f.text}" is no account of ${f.network}, no person of the case who has one there, and no transfer fetched before. Copy the address again; a wrong letter shows in its checksum.`,
	'transfer.untraced': (f) =>
		`"${f.text}" is no transfer that is traced${f.reason === '' ? '' : ` (kept apart: ${f.reason})`}. Name a transfer of the ledgers, or an account that was paid.`,
	'query.unknown': (f) => `There is no query "${f.name}". There are: ${f.known}.`,
	'query.no-graph': (f) =>
		`The case in "${f.folder}" is kept in DuckDB; queries need Neo4j. Copy it with liuxiang copy "${f.folder}" --to neo4j://<server>, and set "store" in case.yaml to that address.`,
	'query.unreadable': (f) => `The query file "${f.file}" cannot be read. Check its path and permissions.`,
	'query.param-form': (f) => `"${f.text}" is no parameter. Write --param name=value, such as --param min=500.`,
	'query.param-unknown': (f) =>
		`The query "${f.query}" has no parameter "${f.name}". It has: ${f.known === '' ? 'none' : f.known}. A statement of your own declares its parameters in comment lines, see docs/queries.md.`,
	'query.param-missing': (f) =>
		`The query "${f.query}" needs the parameter "${f.name}" (${f.type}): --param ${f.name}=…. What it means: liuxiang query.`,
	'query.param-value': (f) =>
		`"${f.text}" cannot be the parameter "${f.name}" (${f.type}): integer is a whole number, yuan has at most two decimals, day is written 2023-03-01.`,
	'query.load-csv': () =>
		'A query may not use LOAD CSV: it makes the server read files or addresses. Put the data into evidence/ and run the case.',
	'query.transactions': () => 'A query may not use CALL … IN TRANSACTIONS: it only reads. Leave that out.',
	'query.procedure': (f) =>
		`A query may not call "${f.name}": only procedures that describe the graph, such as db.labels, are allowed. Use MATCH instead.`,
	'query.administration': () =>
		"A query may not use commands about the server (SHOW, TERMINATE, users, databases). Use Neo4j's own tools for them.",
	'query.writes': () =>
		'A query only reads: this statement would write, and was not run. A case changes only by its evidence and decisions.csv.',
	'query.statement': (f) => `Neo4j does not accept the statement: ${f.detail}`,
	'query.too-long': (f) =>
		`The query was not done within ${f.seconds} s and was stopped. Narrow it with parameters; this limit cannot be changed.`,
	'query.not-exact': (f) =>
		`The numbers in column "${f.column}" are too large to be exact, and are not given. Sum over less.`,
	'decide.party': (f) =>
		`"${f.text}" is a person. A decision is on a transfer, a row, a cash-out, an attribution or an account: ${f.accounts}.`,
	'init.not-empty': (f) =>
		`The folder "${f.folder}" is not empty (it holds "${f.first}"). Name a new folder; nothing was written.`,
	'init.not-a-folder': (f) => `"${f.folder}" is not a folder. Name a new folder; nothing was written.`,
	'demo.folder-in-use': (f) =>
		`The folder "${f.folder}" holds something that is no demo case. Name another folder: liuxiang demo <folder>.`,
	'decide.one-act': (f) =>
		`A decision is exactly one of --confirm, --reject, --withdraw, --split, --dispute, --kind; given: "${f.given}".`,
	'chain.account': (f) =>
		`"${f.text}" is no account of ${f.network}: chains.accounts in case.yaml takes addresses of that network. Copy it again; a wrong letter shows in its checksum.`,
	'chain.token': (f) =>
		`"${f.text}" is no token of ${f.network}: chains.tokens in case.yaml takes contract addresses, or "known" or "all".`,
	'chain.no-tokens': (f) =>
		`The case knows no token of ${f.network}, so there is nothing to ask for. Name one under "assets" in case.yaml, or write "tokens: all" for that chain.`,
	'chain.key-file': (f) =>
		`The key file "${f.file}" that key_file in case.yaml names cannot be read or is empty. It is a path beside case.yaml; the key itself never stands in case.yaml.`,
	'chain.key-in-evidence': (f) =>
		`The key file "${f.file}" lies in evidence/, where it would be read and quoted as evidence. Move it elsewhere and change key_file in case.yaml.`,
	'chain.key-env': (f) =>
		`case.yaml says that a key is in the environment variable ${f.variable}, which is not set. Set it, or use key_file.`,
	'chain.kept-damaged': (f) =>
		`ALARM: the kept answers "${f.file}" are not what once came (${f.reason}). They were not used. Find out who changed them; put back a copy, or remove the file so that the chain is asked again.`,
	'chain.none': (f) =>
		`The case in "${f.folder}" names no chain. Add one under "chains" in case.yaml; docs/chains.md shows how.`,
	'chain.not-asked': (f) => `The case names no chain for "${f.text}": it has ${f.known}. Write network:address.`,
	'chain.address': (f) =>
		`"${f.url}" cannot be the address of an endpoint: ${badAddress(f.why)}. Mend it in case.yaml, under chains.`,
	'chain.other-network': (f) =>
		`An endpoint of "${f.network}" serves another chain (${f.found}). Mend the address or the network in case.yaml, under chains; nothing of it was taken.`,
	'chain.key': (f) => `The key of the endpoint "${f.url}" cannot be used: ${badKey(f.why)}.`,
	'case.missing': (f) =>
		`There is no case in "${f.folder}": case.yaml is missing. Make one with liuxiang init <folder>, or name the case's folder.`,
	'case.syntax': (f) =>
		`"${f.file}" is not valid YAML: ${f.text} (line ${f.line}). Mend that line; indentation is spaces, never TABs.`,
	'case.field': (f) =>
		`"${f.file}", line ${f.line}: the setting "${f.path}" is ${f.found}, which is not allowed: ${f.expected}. Mend it; docs/case-folder.md explains every setting.`,
	'law.twice': (f) =>
		`"${f.file}" holds the rule "${f.id}", which another file of that folder holds too. Keep one of them.`,
	'store.newer-duckdb': (f) =>
		`The store "${f.path}" was written by a newer DuckDB. Use the newer liuxiang, or move the store away: it is rebuilt from the evidence.`,
	'store.damaged': (f) =>
		`The store "${f.path}" cannot be read. Move it away and run again: it is rebuilt from the evidence.`,
	'store.full': (f) =>
		`The disk ${onServer(f.path) ? `of the Neo4j server ${f.path}` : `under "${f.path}"`} is full: the store could not be written. Make room${onServer(f.path) ? ', start the server again' : ''} and run again; nothing read so far is lost.`,
	'evidence.ambiguous': (f) =>
		`"${f.file}" looks like two formats: "${f.first}" and "${f.second}". It was not read. Give it a mapping of its own in case.yaml.`,
	'evidence.unknown': (f) =>
		`"${f.file}" is in no format this version reads. It stays listed. A table can be read by a mapping in case.yaml.`,
	'evidence.symlink': (f) =>
		`"${f.file}" is a symbolic link that leaves the case folder. It was not read. Put a copy of the file into evidence/.`,
	'evidence.zip-bomb': (f) =>
		`The archive "${f.file}" would unpack to far more than it is: it was not read. Unpack what is needed by hand and put that into evidence/.`,
	'evidence.zip-path': (f) =>
		`The archive "${f.file}" has an entry that would leave its folder. It was not read. Unpack it by hand and put the files into evidence/.`,
	'evidence.zip-password': (f) =>
		`The archive "${f.file}" has a password, and none of those given opens it. Put it into the file that passwords_file in case.yaml names, one password a line.`,
	'evidence.zip-damaged': (f) =>
		`The archive "${f.file}" is damaged and was not read. Ask for it again, or repair a copy.`,
	'evidence.hash-differs': (f) =>
		`ALARM: "${f.file}" is not the file that was registered: its hash differs from the one in evidence.csv. Find out which one is right.`,
	'account.ambiguous': (f) => `"${f.text}" may mean more than one: ${f.choices}. Name one of them.`,
	'account.unknown': (f) =>
		`No account or person of this case is called "${f.text}". Write an account as network:handle (wechat:wxid_…), or look it up with liuxiang person <name>.`,
	'transfer.unknown': (f) =>
		`This case has no transfer, link or row "${f.text}". Ids stand in the ledgers and in liuxiang person.`,
	'person.unknown': (f) =>
		`No person of this case is called "${f.text}". Names and accounts stand in people.csv and accounts.csv.`,
	'report.folder-missing': (f) =>
		`The report folder "${f.path}" of the last run is not there. Run the case again: liuxiang run "${f.folder}".`,
	'report.older': (f) =>
		`The results in "${f.path}" were made by another build of the program, or were changed. Run the case again: liuxiang run "${f.folder}".`,
	'part.unknown': (f) =>
		`Nobody and nothing among the people of the case is called "${f.value}". Look it up in people.csv; nothing was written.`,
	'part.ambiguous': (f) => `"${f.value}" may be several people: ${f.choices}. Name one by its id or identity number.`,
	'part.empty': () => 'Nobody of the case meets all that was asked for. Ask for less; nothing was written.',
	'part.list': (f) =>
		`The list "${f.file}" cannot be read. It is a CSV file with a column of names or identity numbers.`,
	'part.each': () => 'Either --each or a choice of people, not both.',
	'report.place': (f) =>
		`"${f.folder}" is not empty, and what lies there is no package of liuxiang. Name another folder with --to; nothing was written.`,
	'report.missing': (f) => `The case in "${f.folder}" has no result yet. Run it first: liuxiang run "${f.folder}".`,
	'case.no-evidence': (f) =>
		`The case has no folder for evidence: "${f.folder}" is missing. Make it and put the files as received into it.`,
	'case.rate': (f) =>
		`The rate "${f.min}" to "${f.max}" (${f.source}) in cash_outs.rates is none: both must be above 0 and the first not above the second. Mend it in case.yaml.`,
	'mapping.field': (f) =>
		`The mapping "${f.mapping}" in case.yaml yields ${f.yields}, which has no field "${f.field}". docs/case-folder.md lists the fields.`,
	'mapping.columns': (f) =>
		`The mapping "${f.mapping}" in case.yaml lacks the column for "${f.field}". Add it under "columns".`,
	'mapping.exists': (f) =>
		`"${f.file}" has a mapping "${f.mapping}" already; nothing was written. Rename or remove it there first.`,
	'hint.token-not-named': (f) =>
		`"${f.file}" is the export of one token's page and does not say which token: name it by "asset" in a mapping of case.yaml.`,
	'hint.block-times-missing': (f) =>
		`"${f.file}" prints no times: put the blocks.csv of the same chain into the evidence too.`,
	'hint.deposit-or-withdrawal': (f) =>
		`"${f.file}" has the old header, which deposits and withdrawals share, and no fee above 0: say in a mapping which it is.`,
	'evidence.too-many-blocks': (f) =>
		`"${f.file}" brings the block times above ${f.max} and was not read: keep only the blocks that are needed.`,
	'hint.pdf-scanned': (f) =>
		`"${f.file}" is a scan without a letter of text: nothing can be read from it. Have its text recognised (OCR), or ask for the electronic form, and put that into evidence.`,
	'hint.confirm-mapping': (f) =>
		`"${f.file}" looks like a table of payments; confirm how its columns are read with inspect --save-mapping, then run again.`,
	'inspect.save-needs-case': () => '--save-mapping writes into a case: name its folder with --case.',
	'mapping.asset': (f) =>
		`The mapping "${f.mapping}" in case.yaml uses the asset "${f.asset}", whose decimals nobody has stated. Add it under "assets".`,
	'evidence.changed': (f) =>
		`"${f.file}" was changed while the case was being run, so nobody could say what the result rests on. No report was written; run again when the files are at rest.`,
	'evidence.missing': (f) => `There is no file or folder "${f.file}". Check the name.`,
	'evidence.unreadable': (f) => `"${f.file}" cannot be opened (${f.fault}). Check its permissions; it was not read.`,
	'evidence.reader-failed': (f) =>
		`Reading "${f.file}" failed: ${f.text}. It was not read; this is a bug in liuxiang, please report it.`,
	'evidence.too-large': (f) =>
		`"${f.file}" has ${f.bytes} bytes, more than the ${f.max} that are read of such a file. It was not read; split it.`,
	'evidence.too-deep': (f) =>
		`"${f.file}" holds elements in one another without end, as no program writes them. It was not read; look at the file by hand, and ask for it again.`,
	'evidence.workbook-too-large': (f) =>
		`The workbook "${f.file}" has ${f.bytes} bytes, too many to be opened. It was not read; ask for it in several parts, or save its sheets as XLSX files of their own.`,
	'evidence.workbook-damaged': (f) =>
		`The workbook "${f.file}" is damaged and was not read. Ask for it again, or save a copy from a spreadsheet program.`,
	'evidence.left-behind': (f) =>
		`"${f.file}" was left behind by an operating system or office program: it is no evidence and was passed over.`,
	'evidence.link-inside': (f) =>
		`"${f.file}" is a link to another file of the case, which is read itself: the link was passed over.`,
	'evidence.not-a-file': (f) => `"${f.file}" is neither a file nor a folder. It was not read.`,
	'evidence.zip-nested': (f) =>
		`"${f.file}" is an archive inside an archive, too deep or too large to be read in place. Unpack the outer one by hand and put the inner one into evidence/.`,
	'evidence.archive-password': (f) =>
		`"${f.file}" has a password of a kind that cannot be used here. Unpack it and put the files into evidence beside it.`,
	'evidence.archive-split': (f) =>
		`"${f.file}" is one part of a split archive. Join and unpack the parts and put the files into evidence beside them.`,
	'evidence.archive-too-large': (f) =>
		`"${f.file}" has ${f.bytes} bytes, more than is opened in place. Unpack it and put the files into evidence beside it.`,
	'evidence.archive-unreadable': (f) =>
		`The archive "${f.file}" cannot be opened. Unpack it and put the files into evidence beside it.`,
	'evidence.pdf-damaged': (f) => `The PDF "${f.file}" is damaged and was not read. Ask for it again.`,
	'evidence.pdf-too-large': (f) =>
		`The PDF "${f.file}" is too large or has too many pages and was not read. Put it into evidence in several parts.`,
	'evidence.pdf-password': (f) =>
		`The PDF "${f.file}" has a password and was not read. Save a copy without one and put it into evidence beside it.`,
	'evidence.workbook-password': (f) =>
		`The workbook "${f.file}" has a password and was not read. Save a copy without one and put it into evidence beside it.`,
	'evidence.zip-duplicate': (f) =>
		`The archive has two entries called "${f.file}": the second one was not read. Unpack it by hand under another name.`,
	'trace.amount-too-large': (f) =>
		`The transfer "${f.transfer}" moves ${f.amount} smallest units of "${f.asset}", more than can be traced exactly. Check its row and the asset's decimals.`,
	'trace.total-too-large': (f) =>
		`All transfers of "${f.asset}" sum to ${f.total} smallest units, more than can be traced exactly. Check the asset's decimals.`,
	'store.locked': (f) =>
		`The store "${f.path}" is in use by ${f.pid === '' ? 'another process' : `process ${f.pid}`}. Wait until that run has ended, or end that process, then try again.`,
	'store.newer': (f) =>
		`The store "${f.path}" was written by a newer liuxiang (schema ${f.version}; this one knows ${f.known}). Use the newer liuxiang. Or else: ${anew(f.path)}`,
	'store.foreign': (f) =>
		onServer(f.path)
			? `Something in the database of ${f.path} is in the way that this liuxiang did not write (${f.detail}). Use a database of its own, or have whoever owns those nodes move them. Nothing was lost.`
			: `"${f.path}" is a database, but not one of this liuxiang (${f.detail}). ${anew(f.path)}`,
	'store.unreachable': (f) =>
		`The store "${f.path}" cannot be opened (${f.detail}). Check the folder and its permissions.`,
	'store.memory': (f) =>
		onServer(f.path)
			? `The Neo4j server ${f.path} has not enough memory for this. Give it more (server.memory.heap.max_size, dbms.memory.transaction.total.max) and run again; nothing read so far is lost.`
			: `There is not enough memory to work on the store "${f.path}". Close other programs, or use a machine with more.`,
	'store.other-folder': (f) =>
		`The database already holds a case of this name from another case folder (${f.path}). Two cases must not mix: write another name as "neo4j.case" in case.yaml. If it is the same case, copy the file "case-id" from its former folder.`,
	'store.busy': (f) =>
		`The store "${f.path}" was changed by something else at the same time. Nothing was lost: run again.`,
	'store.cut': (f) =>
		`Reading the store "${f.path}" ended early: ${f.got} rows instead of ${f.expected}. Run again. If it stays so: ${anew(f.path)}`,
	'store.unknown-kind': (f) =>
		`There is no store at "${f.scheme}://". A store is a DuckDB file, or a Neo4j address: neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://.`,
	'store.neo4j-refused': (f) =>
		`Nobody answers at ${f.address}: start Neo4j, or mend "store" in case.yaml (Bolt is usually port 7687).`,
	'store.neo4j-host': (f) => `The host "${f.host}" of ${f.address} is not known: mend "store" in case.yaml.`,
	'store.neo4j-silent': (f) => `${f.address} does not answer within 5 s: is a firewall between, or is the machine off?`,
	'store.neo4j-none': (f) =>
		`What answers at ${f.address} is not Neo4j's Bolt port. The web page's port (7474) is another one; Bolt is usually 7687.`,
	'store.neo4j-login': (f) =>
		`Neo4j at ${f.address} refuses user "${f.user}": the password is wrong, missing or expired, or there were too many wrong ones just now. Mend "neo4j" in case.yaml (password_file or password_env), then wait a few seconds.`,
	'store.neo4j-database': (f) =>
		`Neo4j at ${f.address} has no database "${f.database}" that is running: mend "neo4j.database" in case.yaml, or have it created or started. The Community edition has one only, called neo4j.`,
	'store.neo4j-tls': (f) =>
		`A secure connection to ${f.address} failed: the server offers none, or its certificate is not trusted. Write the scheme the server has: neo4j:// without encryption, neo4j+ssc:// for a self-signed certificate.`,
	'store.neo4j-old': (f) =>
		`The server at ${f.address} is Neo4j ${f.version}; ${f.needed} or later is needed. Have it upgraded, or set "store: duckdb" in case.yaml.`,
	'store.neo4j-forbidden': (f) =>
		`Neo4j does not let user "${f.user}" do this at ${f.path} (${f.detail}). Have the rights granted that docs/neo4j.md lists.`,
	'store.neo4j-read-only': (f) =>
		`The database of ${f.path} takes no writes now (${f.detail}): it was set to read-only, or gave up after a full disk. Have that mended, then run again; nothing read so far is lost.`,
	'store.neo4j-away': (f) =>
		`The Neo4j server ${f.path} went away (${f.detail}). Start it, or mend the network, and run again; what was read so far is kept.`,
	'store.neo4j-slow': (f) =>
		`The Neo4j server ${f.path} did not finish in time: it is overloaded, or its time-outs (db.transaction.timeout) are too short. Run again when it is less busy; what was read so far is kept.`,
	'store.neo4j-stopped': (f) =>
		`The database of ${f.path} gave up (${f.detail}), most often because the server's disk is full. Look into the server's logs, make room, restart it, and run again; what was read so far is kept.`,
	'store.neo4j-other': (f) => `Neo4j at ${f.address} answers with an error: ${f.reason}`,
	'case.store-login': (f) =>
		`"store" in case.yaml holds a login: write only "${f.address}" there. The user belongs under "neo4j", the password into a file (password_file) or an environment variable (password_env). Change the password if the file was passed on.`,
	'case.store-address': (f) =>
		`"${f.address}" is no address of a Neo4j server. Write host and port, such as neo4j://127.0.0.1:7687; a database is named under "neo4j.database".`,
	'case.password-file': (f) =>
		`The password file "${f.file}" cannot be read or is empty: make it, or mend "neo4j.password_file" in case.yaml.`,
	'case.password-in-evidence': (f) =>
		`Neo4j's password file "${f.file}" lies in evidence/, where it would be read and quoted as evidence. Move it elsewhere and change "neo4j.password_file" in case.yaml.`,
	'case.password-env': (f) =>
		`The environment variable "${f.variable}" for Neo4j's password is not set: set it, or mend "neo4j.password_env" in case.yaml.`,
	'copy.same': (f) => `"${f.to}" is the store the case has now. Name another one with --to.`,
	'copy.empty': (f) => `The store "${f.path}" holds nothing to copy. Run the case first: liuxiang run "${f.folder}".`,
	'copy.other-case': (f) =>
		`The store "${f.path}" holds ${f.files} files that this case does not have, such as "${f.file}": it belongs to another case. Name another target; nothing was written.`,
	'copy.differs': (f) =>
		`The copy is not equal to the store it was made from: ${f.parts}. Do not use it. Copy again into a new target; if it stays so, this is a bug in liuxiang, please report it.`,
	'case.passwords-env': (f) =>
		`case.yaml says that the passwords of archives are in the environment variable ${f.variable}, which is not set. Set it, or use passwords_file.`,
	'case.passwords-file': (f) =>
		`The file "${f.file}" that passwords_file in case.yaml names cannot be read. Check its path and rights.`,
	'case.passwords-in-evidence': (f) =>
		`The password file "${f.file}" lies in evidence/, where it would be read and quoted as evidence. Move it elsewhere and change passwords_file in case.yaml.`,
	'case.cell': (f) =>
		`"${f.file}", row ${f.row}, ${f.cell}: "${f.value}" cannot be used, because ${rejected(f.reason)}. Mend the cell and run again.`,
	'decisions.encoding': (f) =>
		`"${f.file}" is not UTF-8, probably because a spreadsheet saved it. Save it as "CSV UTF-8" and decide again; nothing was written.`,
	'decide.nothing-named': () => 'Name what is decided (an id, an account), or a review sheet with --from.',
	'decide.needed': (f) => `--${f.option} is needed: a decision says who decided and why. Nothing was recorded.`,
	'decide.sheet-alone': (f) =>
		`--from reads acts and persons from the sheet "${f.file}": name only the case folder beside it, and who decides (--by, --why, --review) for cells left empty.`,
	'decide.act': (f) =>
		`--${f.act} makes no sense for "${f.subject}" (${nounOf(f.kind)}). ${f.acts === '' ? 'There is nothing to decide about it.' : `Possible: ${f.acts}.`}`,
	'decide.which': (f) => `--${f.act} of "${f.subject}" must say which: decide on one of ${f.options}.`,
	'decide.needs-person': (f) =>
		`Confirming "${f.subject}" must say whose the account is: --person NAME (in the sheet: the cell Person).`,
	'decide.no-person': (f) => `"${f.subject}" does not ask whose an account is: leave the person out.`,
	'decide.no-claim': (f) =>
		`Nobody is said to hold "${f.account}": there is no claim to decide on. Enter it in accounts.csv, or adopt a proposal of liuxiang todo.`,
	'decide.nothing-to-withdraw': (f) =>
		`No decision on "${f.subject}" stands in decisions.csv: there is nothing to withdraw.`,
	'decide.point-gone': (f) =>
		`The list no longer has the point "${f.subject}": what was decided on it can only be withdrawn.`,
	'decide.coins': (f) =>
		`"${f.subject}" moved coins: kinds and disputes are of yuan. Decide on its cash-out, or on the yuan.`,
	'decide.kept-apart': (f) =>
		`"${f.subject}" is kept apart (${f.exclusion}) and counts nowhere: a kind or dispute would change nothing. An unconfirmed payment can be confirmed first.`,
	'decide.single': (f) => `"${f.subject}" rests on one row: nothing was merged, so nothing can be split.`,
	'decide.reject-transfer': (f) =>
		`The rows of "${f.subject}" say that it took place: a payment cannot be rejected. Split a wrong merge (--split), dispute it (--dispute) or say what it was for (--kind).`,
	'decide.nothing-to-confirm': (f) => `"${f.subject}" is certain and took place: there is nothing to confirm.`,
	'decisions.cut': (f) =>
		`"${f.file}" could not be written whole (is the disk full?). Look at its last line, mend it, and decide again.`,
	'review.missing': (f) => `There is no file "${f.file}". Write one with liuxiang todo <folder> --xlsx ${f.file}.`,
	'review.no-sheet': (f) =>
		`No sheet of "${f.file}" has the columns of a review sheet (${f.columns}). Write one with liuxiang todo <folder> --xlsx <file>; nothing was recorded.`,
	'review.row': (f) =>
		`Row ${f.row} of sheet "${f.sheet}" in "${f.file}" cannot be read (${f.reason}). Mend or remove it; nothing was recorded.`,
	'review.faults': (f) => `${f.faults} cells of "${f.file}" cannot stand; nothing was recorded. First: ${f.first}`,
	'review.id': () => 'is no id of a point (q and 16 digits). Put back what the sheet had, or write a new sheet.',
	'review.no-decision': () => 'the row is filled in but says no decision. Choose one, or empty the row.',
	'review.word': (f) => `is no decision that we know. Possible here: ${f.possible}.`,
	'review.option': (f) => `"${f.option}" is none of this point's options. Choose from the list of the cell.`,
	'review.needed': () => 'must be filled in: a decision says who decided and why.',
	'review.day': () => 'is no day that exists. Write it like 2024-01-31, or leave it empty.',
	'review.twice': (f) => `the point ${f.id} stands in the sheet twice with different decisions. Leave one.`,
	'review.gone': () =>
		'the last run no longer has this point: it is settled or asks something else now. Write a new sheet.',
	'review.changed': () =>
		'the point changed since the sheet was written: its facts or amounts are others now. Write a new sheet and look again.',
	'todo.file-there': (f) => `"${f.file}" is there already, perhaps filled in. Name another file.`,
	'todo.cannot-write': (f) =>
		`"${f.file}" cannot be written (${f.code}). Name a file in a folder that is there and yours.`,
	'decisions.columns': (f) =>
		`"${f.file}" lacks a column of decisions: its header should be "${f.columns}". Mend the header and decide again; nothing was written.`,
} satisfies Readonly<Record<string, Sentence>>;

/** What a decision is about. */
function nounOf(kind: unknown): string {
	const nouns: Readonly<Record<string, string>> = {
		transfer: 'a transfer',
		'cash-out': 'a cash-out',
		claim: 'a claim that somebody holds an account',
		account: 'an account',
		point: 'a point of the to-do list',
	};
	return nouns[String(kind)] ?? String(kind);
}
