@echo off
rem kubeseal, run by a JDK 25: that of JAVA_HOME, or else the one on PATH.
setlocal
rem What others set for other Java programs must not change this one, nor make it talk.
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
set CLASSPATH=
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version 2>&1 | findstr /c:"version \"25" >nul
if errorlevel 1 (
  echo error: no Java 25 found: set JAVA_HOME to a JDK 25, or put its java on PATH 1>&2
  exit /b 1
)
"%JAVA%" -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -XX:-UsePerfData -Dsignet.program=kubeseal -jar "%~dp0..\lib\kubeseal.jar" %*
exit /b %errorlevel%
