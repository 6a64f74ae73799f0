// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import './Token.sol';

/// Pays many out of the caller's tokens in one transaction.
contract Payer {
	function pay(Token token, address[] calldata to, uint256[] calldata values) external {
		for (uint256 i = 0; i < to.length; i++) token.transferFrom(msg.sender, to[i], values[i]);
	}

	/// The ith of `count`, counted from `start`, pays `start + i + 1` to the address `first + (start + i) % people`.
	function flood(Token token, uint256 start, uint256 count, uint160 first, uint160 people) external {
		for (uint256 i = start; i < start + count; i++)
			token.transferFrom(msg.sender, address(first + (uint160(i) % people)), i + 1);
	}
}
