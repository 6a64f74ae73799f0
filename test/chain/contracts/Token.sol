// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Like USDT: decimals of its own choice, and `transfer` that returns nothing.
contract Token {
	string public symbol;
	uint8 public immutable decimals;
	mapping(address => uint256) public balanceOf;
	mapping(address => mapping(address => uint256)) public allowance;

	event Transfer(address indexed from, address indexed to, uint256 value);
	event Approval(address indexed owner, address indexed spender, uint256 value);

	constructor(string memory symbol_, uint8 decimals_) {
		symbol = symbol_;
		decimals = decimals_;
	}

	function mint(address to, uint256 value) external {
		balanceOf[to] += value;
		emit Transfer(address(0), to, value);
	}

	function approve(address spender, uint256 value) external {
		allowance[msg.sender][spender] = value;
		emit Approval(msg.sender, spender, value);
	}

	function transfer(address to, uint256 value) external {
		move(msg.sender, to, value);
	}

	function transferFrom(address from, address to, uint256 value) external {
		allowance[from][msg.sender] -= value;
		move(from, to, value);
	}

	/// What poisoners do: a log that says so, and nothing moved.
	function pretend(address from, address to, uint256 value) external {
		emit Transfer(from, to, value);
	}

	function move(address from, address to, uint256 value) private {
		balanceOf[from] -= value;
		balanceOf[to] += value;
		emit Transfer(from, to, value);
	}
}
