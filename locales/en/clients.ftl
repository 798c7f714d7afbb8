err-client-exists = This client is there already: { $name }.
err-client-not-found = The client is no longer there.
