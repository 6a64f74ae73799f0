import type { Questions } from './ports.ts';

async function openQuestions(_folder: string): Promise<Questions> {
	throw new Error('src/run answers no questions yet');
}

/** Opens the case for questions and closes it whatever happens. */
export async function withQuestions<Result>(
	folder: string,
	use: (questions: Questions) => Promise<Result>,
): Promise<Result> {
	const questions = await openQuestions(folder);
	try {
		return await use(questions);
	} finally {
		await questions.close();
	}
}
