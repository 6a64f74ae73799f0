import type { Random } from './random.ts';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章'];
const GIVEN = [...'安柏辰丹恩帆歌禾佳可岚美宁欧培青然若森桐婉溪雪言依云泽知竹子卓昊嘉景乐铭朋琪睿诗思天文晓欣一宜雨'];
const NICK_HEADS = ['阿', '小', '老', '大', '晚风', '山月', '海边的', '一只', '不吃', '追光', '南巷', '清晨'];
const NICK_TAILS = [
	'鱼',
	'北',
	'七',
	'橙',
	'豆',
	'鹿',
	'舟',
	'树',
	'石头',
	'香菜',
	'云',
	'麦子',
	'☀',
	'🐟',
	'星',
	'柚',
];
const SHOPS = ['晨光早餐铺', '乐家便利店', '好味面馆', '半山水果店', '城南菜场', '顺达加油站', '云朵药房', '阳光超市'];

/** Invented names, each given once; the few doubles of the case are made on purpose by whoever asks. */
export function nameGiver(random: Random): { person(): string; nickname(): string } {
	const taken = new Set<string>();
	const fresh = (make: () => string): string => {
		for (;;) {
			const name = make();
			if (taken.has(name)) continue;
			taken.add(name);
			return name;
		}
	};
	return {
		person: () => fresh(() => random.pick(SURNAMES) + random.pick(GIVEN) + random.pick(GIVEN)),
		nickname: () => fresh(() => random.pick(NICK_HEADS) + random.pick(NICK_TAILS) + random.digits(random.int(0, 5))),
	};
}

export function shopName(random: Random): string {
	return random.pick(SHOPS);
}
