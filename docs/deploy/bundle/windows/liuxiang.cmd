@echo off
rem Starts the program with the Node beside it, from wherever it lies.
chcp 65001 >nul
"%~dp0node\node.exe" "%~dp0app\dist\src\cli\main.js" %*
