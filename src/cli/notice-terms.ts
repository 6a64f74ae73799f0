import { setTimeout as wait } from 'node:timers/promises';
import type { NoticeTerms } from '../run/notices/tell.ts';
import type { Cli } from './cli.ts';

/** How the notices of a run are sent by this process, and what is told of them. @param send false: no connection is opened */
export function noticeTerms(send: boolean, { talk, words }: Cli): NoticeTerms {
	return {
		send,
		random: Math.random,
		sleep: async (ms, signal) => {
			await wait(ms, undefined, { ...(signal === undefined ? {} : { signal }) }).catch(() => undefined);
			return signal?.aborted !== true;
		},
		onSent: ({ sent, waiting, givenUp, faults }) => {
			if (sent > 0) talk(words.say('notices.sent', { sent }));
			if (waiting > 0) talk(words.say('notices.waiting', { waiting }));
			if (givenUp > 0) talk(words.say('notices.given-up', { count: givenUp }));
			for (const { code, ...facts } of faults) talk(words.sayAny(`notice.fault.${code}`, facts));
		},
		onTrouble: ({ code, facts }) => talk(words.sayAny(code, facts)),
	};
}
