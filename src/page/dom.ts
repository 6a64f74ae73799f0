/** The only place where elements are made: text is always text, never markup. */

export type Child = Node | string | false | undefined | readonly Child[];

export interface Attributes {
	readonly [name: string]: string | number | boolean | undefined | ((event: Event) => void);
}

/** An HTML element. `onclick` and the like are listeners; true stands for an attribute without a value. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes,
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	return fill(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes, ...children: readonly Child[]): SVGElement {
	return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

export function put(parent: Element, ...children: readonly Child[]): void {
	parent.replaceChildren(...flat(children));
}

function fill<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') made.addEventListener(name.slice(2), value);
		else if (value === true) made.setAttribute(name, '');
		else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
	}
	made.append(...flat(children));
	return made;
}

function flat(children: readonly Child[]): (Node | string)[] {
	return children.flatMap((child) => {
		if (child === undefined || child === false) return [];
		return child instanceof Node || typeof child === 'string' ? [child] : flat(child as readonly Child[]);
	});
}
