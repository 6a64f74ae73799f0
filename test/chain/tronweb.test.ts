import test from 'ava';
import { TronWeb } from 'tronweb';
import { tronAddress, tronHex } from '../../src/ledger/tron-address.ts';
import { openTransport } from '../../src/sources/chains/transport/open.ts';
import { askOf, type Need } from '../../src/sources/chains/tron/asks.ts';
import { Node } from '../../src/sources/chains/tron/node.ts';
import { constantOf } from '../../src/sources/chains/tron/node-answers.ts';
import { endpoint, never } from './asking.ts';
import { fakeClock } from './fake-clock.ts';
import { openTron, readStretches, recordsOf } from './tron-reading.ts';
import { startTronServer } from './tron-server.ts';
import { paid, sent, TronWorld, USDT, ZERO } from './tron-world.ts';

const world = new TronWorld('web');
const [account, other] = [world.address(), world.address()];
world.numbered.set('1000001', 6);
const { transactions, number } = world.block(
	paid(USDT, ZERO, account, 90_071_992_547_409_931n),
	sent(other, account, 90_071_992_547_409_931n),
);
const [paying] = transactions;
world.rest();

test('TronWeb puts the questions that kept answers are found by', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const node = new Node(openTransport([endpoint(server.url)], { clock: fakeClock() }));
	const needs: Need[] = [
		{ kind: 'decimals', contract: USDT },
		{ kind: 'balance', contract: USDT, owner: account },
		{ kind: 'precision', token: '1000001' },
		{ kind: 'transaction', transaction: paying?.id ?? '' },
		{ kind: 'block', number },
	];
	for (const latest of [true, false]) {
		for (const need of needs) {
			const exchange = await node.ask(need, latest, never);
			t.deepEqual(exchange.ask, askOf(need, latest), need.kind);
			if (need.kind === 'balance') t.is(constantOf(exchange.text), 90_071_992_547_409_931n);
		}
	}
});

test('TronWeb reads the same answer through a float, and loses what the reader keeps', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const tronWeb = new TronWeb({ fullHost: server.url });
	type Page = {
		readonly data: readonly {
			readonly raw_data: {
				readonly contract: readonly { readonly parameter: { readonly value: { readonly amount?: number } } }[];
			};
		}[];
	};
	const page = (await tronWeb.fullNode.request(`v1/accounts/${account}/transactions`)) as Page;
	const amounts = page.data.map(({ raw_data }) => raw_data.contract[0]?.parameter.value.amount);
	t.is(BigInt(amounts.find((amount) => amount !== undefined) ?? 0), 90_071_992_547_409_936n);
	const stretches = await readStretches(await openTron(server.url), account, { history: 'coins' });
	t.true(recordsOf(stretches).some(({ amount }) => amount === 90_071_992_547_409_931n));
});

test('TronWeb understands the server as it does a node: contracts, transactions, events, addresses', async (t) => {
	const server = await startTronServer(world);
	t.teardown(server.close);
	const tronWeb = new TronWeb({ fullHost: server.url });
	const abi = ['decimals', 'balanceOf'].map((name) => ({
		name,
		type: 'function',
		stateMutability: 'view',
		inputs: name === 'balanceOf' ? [{ name: 'owner', type: 'address' }] : [],
		outputs: [{ name: '', type: 'uint256' }],
	}));
	tronWeb.setAddress(account);
	const contract = tronWeb.contract(abi as never, USDT) as unknown as Record<
		string,
		(...a: string[]) => { call(): Promise<bigint> }
	>;
	t.is(await contract.decimals?.().call(), 6n);
	t.is(await contract.balanceOf?.(account).call(), world.balance(USDT, account));
	const info = (await tronWeb.trx.getTransactionInfo(paying?.id ?? '')) as { readonly blockNumber?: number };
	t.is(info.blockNumber, number);
	const events = await tronWeb.event.getEventsByTransactionID(paying?.id ?? '');
	t.deepEqual(
		events.data?.map(({ event_name }) => event_name),
		['Transfer'],
	);
	t.is(TronWeb.address.toHex(account).toLowerCase(), `41${tronHex(account)}`);
	t.is(TronWeb.address.fromHex(`41${tronHex(other)}`), tronAddress(tronHex(other)));
});
