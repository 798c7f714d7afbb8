err-insurer-not-found = Такого страховщика больше нет.
