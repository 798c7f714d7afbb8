err-insurer-not-found = That insurer is no longer there.
