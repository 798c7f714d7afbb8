err-client-exists = Такой клиент уже есть: { $name }.
err-client-not-found = Клиента больше нет.
