/** Only what was given on the command line: an absent limit is no limit. */
export function given<Request extends object>(args: { [Key in keyof Request]: Request[Key] | undefined }): Request {
	return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined)) as unknown as Request;
}
