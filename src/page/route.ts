/** Where a reader is: what the address says after `#`. */
export interface Route {
	/** `home`, `people`, `person`, `figure`, `transfers`, `account`, `evidence`, `about`. */
	readonly view: string;
	/** Id of what is shown; '' where the view needs none. */
	readonly subject: string;
	readonly params: URLSearchParams;
}

/** Which transfer is open beside the view, and by which policy it is traced: of no weight for the view itself. */
const BESIDE = ['t', 'path'];

export function readRoute(hash: string): Route {
	const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
	const [view = '', subject = ''] = path.split('/');
	return { view: view === '' ? 'home' : view, subject: decode(subject), params: new URLSearchParams(query) };
}

export function href(view: string, subject = '', params: Readonly<Record<string, string>> = {}): string {
	const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
	return `#/${view}${subject === '' ? '' : `/${encodeURIComponent(subject)}`}${query === '' ? '' : `?${query}`}`;
}

/** The same place with some of its parameters changed; '' takes one away. */
export function changed({ view, subject, params }: Route, changes: Readonly<Record<string, string>>): string {
	return href(view, subject, { ...Object.fromEntries(params), ...changes });
}

/** Equal of two routes whose view is the same, whatever is open beside it. */
export function viewKey({ view, subject, params }: Route): string {
	const own = [...params].filter(([name]) => !BESIDE.includes(name));
	return href(view, subject, Object.fromEntries(own));
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
