// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import './Token.sol';

/// Takes one token and gives another, `rate` smallest units for one.
contract Swap {
	function swap(Token taken, uint256 value, Token given, uint256 rate) external {
		taken.transferFrom(msg.sender, address(this), value);
		given.transfer(msg.sender, value * rate);
	}
}
