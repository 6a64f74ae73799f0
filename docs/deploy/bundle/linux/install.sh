#!/bin/sh
# Installs this bundle without network: sh install.sh [folder], by default /opt/liuxiang.
#
#   folder/0.1.0/     this version, whole; older versions stay beside it
#   folder/current    link to the version in use: an update switches it last, and one step leads back
#
# Called again, it mends an installation that was damaged or cut. Needs a shell and coreutils (or busybox), no root where
# the folder is yours.
set -eu
umask 022

say() { printf '%s\n' "$@"; }
fail() {
	printf '%s\n' "$@" >&2
	exit 1
}
whole() { (cd -- "$1" && sha256sum -c SHA256SUMS >/dev/null 2>&1); }

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
name=$(basename -- "$here")
target=${1:-/opt/liuxiang}
version=$(cat -- "$here/VERSION")

if ! whole "$here"; then
	(cd -- "$here" && sha256sum -c SHA256SUMS 2>/dev/null | grep -v ': OK$' >&2) || true
	fail "The bundle is damaged: the files above differ from SHA256SUMS. Nothing was installed; copy it anew." \
		"安装包已损坏：以上文件与 SHA256SUMS 不符。什么也没有安装，请重新拷贝。"
fi
"$here/node/bin/node" --version >/dev/null 2>&1 ||
	fail "Node does not start here ($(uname -s) $(uname -m)): $name needs that system, with glibc 2.28 or later and libstdc++." \
		"Node 在本机（$(uname -s) $(uname -m)）不能启动：$name 需要相应的系统，glibc 2.28 以上和 libstdc++。"

mkdir -p -- "$target" || fail "\"$target\" cannot be made." "不能建立 $target。"
target=$(CDPATH='' cd -- "$target" && pwd -P)
[ "$here" != "$target/$version" ] || fail "\"$here\" is the installation itself." "$here 就是已安装的文件夹。"

if whole "$target/$version" 2>/dev/null; then
	say "Version $version is there already, and whole." "$version 版已在那里，完好。"
else
	# Beside, then renamed: a copy that was cut never bears the final name.
	rm -rf -- "$target/.$version.new"
	cp -R -- "$here" "$target/.$version.new" ||
		fail "Not everything could be copied to \"$target\": look at room and permissions, then call this again." \
			"未能全部复制到 $target ：请检查空间和权限，再运行一次。"
	whole "$target/.$version.new" ||
		fail "What was copied to \"$target\" differs from the bundle: look at the disk." "复制到 $target 的与安装包不符：请检查磁盘。"
	sync -f -- "$target" 2>/dev/null || sync
	rm -rf -- "${target:?}/${version:?}"
	mv -- "$target/.$version.new" "$target/$version"
fi

rm -f -- "$target/.current.new"
ln -s -- "$version" "$target/.current.new"
mv -fT -- "$target/.current.new" "$target/current"

say "Installed: $target/current/bin/liuxiang ($("$target/current/bin/liuxiang" --version))" \
	"已安装：$target/current/bin/liuxiang" \
	"" \
	"Try it / 试一试:       \"$target/current/bin/liuxiang\" demo" \
	"By its plain name / 直接用名称:  ln -s \"$target/current/bin/liuxiang\" /usr/local/bin/liuxiang" \
	"As a service / 作为服务:  $target/current/app/docs/deploy/README.md"
