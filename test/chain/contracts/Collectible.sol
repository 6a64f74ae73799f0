// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// ERC-721's Transfer has the name and the types of ERC-20's, and one indexed member more.
contract Collectible {
	event Transfer(address indexed from, address indexed to, uint256 indexed id);

	function give(address to, uint256 id) external {
		emit Transfer(msg.sender, to, id);
	}
}
