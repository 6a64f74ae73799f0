import type { Findings } from '../../findings/schema.ts';
import { KNOWN_ASSETS, UNKNOWN_TOKEN_DECIMALS } from '../../ledger/asset.ts';
import { displayAmount } from '../../ledger/money.ts';
import { formatDay, formatTime } from '../../ledger/time.ts';
import { assetNames } from '../asset-names.ts';
import type { PackageInput } from '../package/part.ts';
import { visible } from '../visible.ts';
import { sayIncomplete, type Words, word, wordsOf } from '../words.ts';
import { ruleTexts } from '../yardsticks.ts';
import type { PageCase, PageWords } from './format.ts';
import { peopleBlock } from './people-block.ts';
import { units } from './texts.ts';

type Told = Pick<PackageInput, 'findings' | 'cover'>;

/**
 * All of the page but its transfers.
 *
 * @param moved ids of assets in the order that rows count by; those of the findings that no row moves come after
 */
export function caseBlock({ findings, cover }: Told, moved: readonly string[], page: PageWords): PageCase {
	const words = wordsOf(findings.case.language);
	const { language, offsetMinutes } = findings.case;
	return {
		language,
		offsetMinutes,
		title: visible(titleOf(findings, page)),
		marks: marksOf({ findings, cover }, page, words).map(([label, value]) => [label, visible(value)]),
		words: page,
		codes: {
			kinds: words.kinds,
			certainties: words.certainties,
			grades: words.grades,
			rules: words.rules,
			media: words.media,
			policies: words.policies,
			exclusions: words.exclusions,
			networks: words.networks,
			roles: words.roles,
			figures: words.figureNames,
			backings: words.backings,
		},
		assets: assetsOf(findings, moved, words, page),
		totals: totalsOf(findings, page),
		people: peopleBlock(findings, page),
		seeds: findings.seeds.map(({ origin, label, source, asset, amount, count, first, last }) => ({
			origin: visible(origin),
			label: visible(label),
			source: visible(source),
			asset,
			amount: units(BigInt(amount)),
			count,
			span: `${formatDay(first, offsetMinutes)}${words.until}${formatDay(last, offsetMinutes)}`,
		})),
		files: findings.evidence.files.map(({ hash, paths, source, rows, status, register }) => ({
			path: visible(paths[0] ?? hash),
			hash,
			what: visible(words.sources[source] ?? source.replace(/^mapped:/, '')),
			rows: rows.total,
			state: word(words.fileStatuses, status),
			item: visible(register?.item ?? ''),
		})),
		cashOuts: cashOutsOf(findings, words),
		incomplete: findings.incomplete.map((one) => visible(sayIncomplete(language, one))),
		yardstickHeads: headsOf(words),
		rules: findings.yardsticks.rules.map((rule) => [
			visible([rule.title, rule.number, rule.article].filter((part) => part !== '').join(' ')),
			visible(ruleTexts(rule, language).text),
		]),
		method: [page.method1, page.method2, page.method3, page.method4, page.method5],
		parameters: Object.entries(findings.parameters).map(([key, value]) => [visible(key), visible(value)]),
		policy: findings.parameters['trace.policy'] ?? 'fifo',
	};
}

function headsOf({ columns }: Words): string[] {
	const { lawNumber, measured, threshold, documentedValue, withInferred, atMost, reached, inForce } = columns;
	return [lawNumber, measured, threshold, documentedValue, withInferred, atMost, reached, inForce];
}

function assetsOf({ assets }: Findings, moved: readonly string[], words: Words, page: PageWords): PageCase['assets'] {
	const names = assetNames(assets, (symbol, network) => words.withRole(symbol, word(words.networks, network)));
	const known = new Map([...KNOWN_ASSETS, ...assets].map((asset) => [asset.id, asset]));
	return [...new Set([...moved, ...assets.map(({ id }) => id)])].map((id) => ({
		id,
		name: id === 'CNY' ? page.cny : visible(names.get(id) ?? known.get(id)?.symbol ?? id),
		decimals: known.get(id)?.decimals ?? UNKNOWN_TOKEN_DECIMALS,
	}));
}

/** What the page is called, on its tab and over every print. */
function titleOf({ case: { name, language } }: Findings, page: PageWords): string {
	const called = language === 'en' || /案(?:（[^（]*）)?$/u.test(name) ? name : `${name}案`;
	return page.title.replace('{case}', () => called);
}

function marksOf({ findings, cover }: Told, page: PageWords, words: Words): (readonly [string, string])[] {
	const { from, until, maker, reviewer, offsetMinutes } = findings.case;
	const { cutOff } = findings.evidence;
	const day = (instant: number | undefined) =>
		instant === undefined ? words.unknown : formatDay(instant, offsetMinutes);
	const marks: (readonly [string, string] | undefined)[] = [
		[page.level, words.packageLevels[cover.level]],
		cover.names === 'masked' ? ['', page.masked] : undefined,
		cover.part ? [page.part, cover.part.title] : undefined,
		[
			page.period,
			from === undefined && until === undefined ? words.wholeEvidence : `${day(from)}${words.until}${day(until)}`,
		],
		cutOff === undefined ? undefined : [page.cutOff, formatTime(cutOff, offsetMinutes)],
		maker === '' ? undefined : [page.maker, maker],
		reviewer === '' ? undefined : [page.reviewer, reviewer],
		[page.program, findings.program],
		[page.run, cover.run],
	];
	return marks.filter((mark) => mark !== undefined);
}

function totalsOf({ reconciliation }: Findings, page: PageWords): PageCase['totals'] {
	const total = (label: string, fen: string, about: string) => ({ label, yuan: units(BigInt(fen)), about });
	return [
		total(page.inflow, reconciliation.inflow, page.inflowAbout),
		total(page.kept, reconciliation.kept, page.keptAbout),
		total(page.operating, reconciliation.operating, page.operatingAbout),
		total(page.unresolved, reconciliation.unresolved, page.unresolvedAbout),
	];
}

function cashOutsOf({ cashOuts, assets }: Findings, words: Words): PageCase['cashOuts'] {
	const yuan = { id: 'CNY', symbol: 'CNY', decimals: 2 };
	return cashOuts.map(({ id, grade, side, status, quantity, asset, fen, rate, score, rivals, why, chance }) => {
		const coin = assets.find((one) => one.id === asset);
		const coins = coin ? `${displayAmount(BigInt(quantity), coin)} ${coin.symbol}` : quantity;
		const { columns } = words;
		const facts = [
			`${word(words.sides, side)} ${coins}`,
			`${displayAmount(BigInt(fen), yuan)}${words.yuan}`,
			words.rateOf(rate),
			word(words.statuses, status),
			`${columns.score}${words.colon}${score}`,
			`${columns.rivals}${words.colon}${rivals.length}`,
			`${columns.chance}${words.colon}${chance}`,
			word(words.cashOutWhys, why),
		];
		return { id, grade, about: visible(facts.join(words.stop)) };
	});
}
