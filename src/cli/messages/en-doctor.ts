import type { Sentence } from './words.ts';

/** What `doctor` says of a case that runs by itself. */
export const doctor = {
	'doctor.schedule': (f) => `Schedule "${f.cron}" (${f.zone}): next at ${f.next}`,
	'doctor.secret': (f) => `${f.setting}: "${f.file}" can be read, by nobody else`,
	'doctor.secret-unreadable': (f) =>
		`${f.setting}: the secret in "${f.file}" cannot be read, or nothing stands in it. Write it there, for the user that runs the program.`,
	'doctor.secret-open': (f) =>
		`${f.setting}: "${f.file}" is open to others (${f.mode}). chmod 600 "${f.file}", and change the secret if others may have read it.`,
	'doctor.secret-variable': (f) => `${f.setting}: the variable ${f.variable} is set`,
	'doctor.secret-unset': (f) =>
		`${f.setting}: the variable ${f.variable} is not set here. Set it for whatever starts the program, or name a file instead.`,
	'doctor.folder-closed': (f) => `"${f.path}" is closed to other users of this machine`,
	'doctor.folder-open': (f) =>
		`"${f.path}" can be read by everybody on this machine (${f.mode}). chmod 700 "${f.path}", or 770 for a group.`,
	'doctor.not-ours': (f) =>
		`"${f.path}" belongs to user number ${f.owner} and cannot be written here. Run the program as that user, or give the file to the one that does.`,
	'doctor.two-owners': (f) =>
		`In "${f.path}", ${f.one} belongs to user number ${f.owner} and ${f.other} to ${f.otherOwner}: one of them cannot work on the case. Always run the program as the same user; chown -R what it made.`,
	'doctor.growth': (f) => `Room for ${f.runs} more runs such as the last one (${f.megabytes} MB)`,
	'doctor.growth-short': (f) =>
		`The disk has room for ${f.runs} more runs such as the last one (${f.megabytes} MB). Free some, or set "schedule.keep_runs" in case.yaml.`,
} satisfies Record<string, Sentence>;
