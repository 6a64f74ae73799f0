import type { Questions } from '../run/questions/open.ts';
import type { Environment } from '../run/store-place.ts';

/** Opens the case for questions and closes it whatever happens. */
export async function withQuestions<Result>(
	folder: string,
	env: Environment,
	use: (questions: Questions) => Promise<Result>,
): Promise<Result> {
	const { openQuestions } = await import('../run/questions/open.ts');
	const questions = await openQuestions(folder, env);
	try {
		return await use(questions);
	} finally {
		await questions.close();
	}
}
