// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// Passes coins on: what it sends are internal transfers.
contract Forwarder {
	receive() external payable {}

	/// All that came, in equal parts.
	function split(address payable[] calldata to) external payable {
		uint256 part = msg.value / to.length;
		for (uint256 i = 0; i < to.length; i++) {
			(bool sent, ) = to[i].call{value: part}('');
			require(sent, 'not sent');
		}
	}

	/// Through a second contract, one call deeper.
	function through(Forwarder next, address payable[] calldata to) external payable {
		next.split{value: msg.value}(to);
	}

	/// The inner call fails and its coins stay here; the transaction goes well.
	function attempt(Forwarder next, address payable to) external payable {
		try next.refuse{value: msg.value}(to) {} catch {}
	}

	/// Sends, and then takes everything back.
	function refuse(address payable to) external payable {
		(bool sent, ) = to.call{value: msg.value}('');
		require(!sent, 'refused');
	}
}
