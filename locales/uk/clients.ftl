err-client-exists = Такий клієнт уже є: { $name }.
err-client-not-found = Клієнта більше немає.
