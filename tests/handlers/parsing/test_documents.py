"""Kinds of documents by names as phones, scanners and people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.parsing.documents import guess_document_kind
from handlers.parsing.lines import parse_line
from models.document_kind import DocumentKind
from tests.handlers.parsing.tables import rows

NAMES = rows("""
СТС.jpg | sts
техпаспорт | sts
стс обе стороны.jpg | sts
sts_back.jpg | sts
СТС_2.pdf | sts
стс1.jpg | sts
ctc.jpg | sts
свидетельство о регистрации ТС.pdf | sts
свидетельство о регистрации | sts
свідоцтво про реєстрацію ТЗ | sts
свідоцтво про реєстрацію транспортного засобу.pdf | sts
тех паспорт авто | sts
техпаспорт перед.jpg | sts
tehpasport.jpg | sts
vehicle registration certificate.pdf | sts
registration certificate | sts
cnc.jpg | sts
СТС+ПТС.pdf | sts
IMG_2031.jpg | unknown
scan0001 | unknown
photo_2026-03-01_12-30-11.jpg | unknown
фото.jpg | unknown
IMG-20260301-WA0003.jpg | unknown
document.pdf | unknown
документ.pdf | unknown
скан.pdf | unknown
Scan_20260301.pdf | unknown
DSC_0012.JPG | unknown
file_12.pdf | unknown
Без названия.pdf | unknown
image.png | unknown
Screenshot_20260301.png | unknown
Снимок экрана 2026-03-01.png | unknown
1.jpg | unknown
12345 | unknown
CamScanner 03-01-2026 12.30.pdf | unknown
Иванов.pdf | unknown
новый документ 3 | unknown
video_2026.mp4 | unknown
voice.ogg | unknown
... | unknown
а это то что просили | unknown
лист 2.pdf | unknown
Талон ТО | unknown
сфера.pdf | unknown
паспорт разворот.pdf | passport
PASPORT_IVANOV.PDF | passport
паспорт.jpg | passport
Паспорт Иванов И.И..pdf | passport
паспорт_прописка.jpg | passport
прописка.jpg | passport
пасорт.jpg | passport
паспрот 2 стр.pdf | passport
паспорт1.jpg | passport
паспорт-2.jpeg | passport
ПаспортПетров.pdf | passport
паспортиванов.pdf | passport
PassportIvanov.jpg | passport
passport_scan.pdf | passport
паспорт клиента | passport
фото паспорта | passport
скан паспорта | passport
id card.jpg | passport
ID-карта.pdf | passport
айди карта | passport
ID-картка лицьова | passport
паспорт громадянина України | passport
удостоверение личности | passport
gfcgjhn.jpg | passport
паспорт, фото авто | passport
паспорт и права | passport
перевод паспорта | passport
ID.jpg | passport
пас­порт | passport
vu_front.png | driver_licence
Посвідчення водія | driver_licence
ВУ.jpg | driver_licence
в/у иванов | driver_licence
права.jpg | driver_licence
права обе стороны.pdf | driver_licence
водительское удостоверение.pdf | driver_licence
водительское.jpg | driver_licence
вод удостоверение | driver_licence
удостоверение водителя | driver_licence
prava_1.jpg | driver_licence
водійське посвідчення | driver_licence
посвідчення_водія_зворот.jpg | driver_licence
driver licence.jpg | driver_licence
driving_license_front.jpg | driver_licence
drivers license | driver_licence
DL_back.png | driver_licence
ВУ перед.jpg | driver_licence
права перед и зад | driver_licence
ghfdf.jpg | driver_licence
водительские права | driver_licence
права и паспорт | driver_licence
договор кп | sale_contract
дкп 2020 | sale_contract
ДКП.jpg | sale_contract
dkp_2021.pdf | sale_contract
договор купли-продажи.pdf | sale_contract
Договор купли продажи авто | sale_contract
купля-продажа.pdf | sale_contract
договір купівлі-продажу.pdf | sale_contract
sale contract.pdf | sale_contract
purchase agreement.pdf | sale_contract
lrg.pdf | sale_contract
дкп и птс | sale_contract
ДОГОВОР КП.pdf | sale_contract
договор_кп_2020 | sale_contract
полис осаго ххх 123.pdf | policy
полис.pdf | policy
Полис ОСАГО.pdf | policy
еОСАГО.pdf | policy
осаго 2025.pdf | policy
КАСКО.pdf | policy
osago_2026.pdf | policy
polis_kasko.pdf | policy
e-polis.pdf | policy
policy.pdf | policy
POLICY_123456.PDF | policy
поліс осцпв.pdf | policy
ОСЦПВ.pdf | policy
зеленая карта.pdf | policy
Зелена картка | policy
green card.pdf | policy
green_card_2026.pdf | policy
страховка.jpg | policy
страховка на машину | policy
договор страхования.pdf | policy
договір страхування | policy
insurance policy.pdf | policy
полис ДМС | policy
полис ВЗР Турция | policy
автоцивілка.pdf | policy
старый полис | policy
gjkbc.pdf | policy
полис осаго паспорт стс | policy
поліс зелена карта | policy
чек оплаты | payment_proof
квитанция | payment_proof
платежка №12 | payment_proof
чек.jpg | payment_proof
чек сбер.pdf | payment_proof
чек за осаго | payment_proof
чек по счету | payment_proof
оплата.jpg | payment_proof
оплата счета 45 | payment_proof
скрин оплаты.png | payment_proof
подтверждение оплаты | payment_proof
платежное поручение 12.pdf | payment_proof
платёжка | payment_proof
пп 123.pdf | payment_proof
квитанция об оплате.pdf | payment_proof
Квитанция_осаго.pdf | payment_proof
квитанція | payment_proof
квитанція про сплату.pdf | payment_proof
платіжка.pdf | payment_proof
платіжне доручення | payment_proof
receipt.pdf | payment_proof
payment receipt.jpg | payment_proof
proof of payment | payment_proof
payment_confirmation.pdf | payment_proof
chek_oplaty.jpg | payment_proof
kvitanciya.pdf | payment_proof
полис и чек | payment_proof
перевод сбер | payment_proof
рахунок-фактура | invoice
Счет.pdf | invoice
счёт №45 от 12.03.pdf | invoice
счет на оплату | invoice
Счет на оплату полиса.pdf | invoice
счет-фактура.pdf | invoice
счет осаго | invoice
рахунок.pdf | invoice
Рахунок на оплату №7 | invoice
invoice_2026_03.pdf | invoice
INV-2031.pdf | invoice
schet_12.pdf | invoice
инвойс | invoice
расчет каско счет | invoice
ІПН | tax_id
инн.pdf | tax_id
ИНН Петров.jpg | tax_id
inn_ooo.pdf | tax_id
ипн | tax_id
код ІПН.jpg | tax_id
РНОКПП.pdf | tax_id
ідентифікаційний код | tax_id
акт осмотра | inspection_act
АктОсмотра.pdf | inspection_act
akt_osmotra_ts.pdf | inspection_act
акт предстрахового осмотра | inspection_act
Акт огляду ТЗ.pdf | inspection_act
inspection report.pdf | inspection_act
осмотр авто.pdf | inspection_act
акт сверки | act
акт выполненных работ | act
акт.pdf | act
act_2026-03.pdf | act
Акт звірки.xlsx | act
акт виконаних робіт | act
акт приема-передачи авто | act
загранпаспорт.jpg | foreign_passport
загран.pdf | foreign_passport
Загран паспорт Петрова | foreign_passport
закордонний паспорт | foreign_passport
zagranpasport.pdf | foreign_passport
foreign passport.pdf | foreign_passport
international_passport.jpg | foreign_passport
паспорт заграничный | foreign_passport
загранник | foreign_passport
птс.pdf | pts
ПТС 77УУ123456.pdf | pts
эптс.pdf | pts
ЭПТС выписка | pts
pts_scan.pdf | pts
паспорт ТС.jpg | pts
паспорт транспортного средства | pts
Паспорт_ТС.pdf | pts
gnc.jpg | pts
vehicle title | pts
птс стс.pdf | pts
заявление.pdf | application
Заявление на ОСАГО.pdf | application
заявление о страховании | application
заявление на выплату.doc | application
zayavlenie.docx | application
заява.pdf | application
Заява на страхування | application
application form.pdf | application
insurance application.pdf | application
заявление + паспорт | application
расчет.pdf | quote
Расчёт КАСКО.xlsx | quote
расчет осаго иванов | quote
КП.pdf | quote
КП Ингосстрах | quote
коммерческое предложение.pdf | quote
котировка каско.xlsx | quote
quote.pdf | quote
kasko_quote_v2.pdf | quote
розрахунок.xlsx | quote
Комерційна пропозиція.pdf | quote
raschet_kasko.xlsx | quote
кп по договору страхования | quote
правила страхования.pdf | terms
Правила КАСКО 2025.pdf | terms
условия страхования | terms
умови страхування.pdf | terms
правила страхування | terms
terms and conditions.pdf | terms
policy wording.pdf | terms
pravila_strahovaniya.pdf | terms
доверенность.pdf | power_of_attorney
доверка на авто.jpg | power_of_attorney
Довіреність.pdf | power_of_attorney
doverennost.pdf | power_of_attorney
power of attorney.pdf | power_of_attorney
POA_ivanov.pdf | power_of_attorney
доверенность и паспорт | power_of_attorney
диагностическая карта.pdf | diagnostic_card
диагностичка.jpg | diagnostic_card
ДК.pdf | diagnostic_card
техосмотр.pdf | diagnostic_card
diagnostic card | diagnostic_card
техосмотр авто.jpg | diagnostic_card
протокол техконтролю | diagnostic_card
снилс.jpg | snils
СНИЛС Иванов | snils
snils.pdf | snils
снилс инн | snils
реквизиты.docx | company_details
Реквизиты ООО Ромашка.pdf | company_details
карточка предприятия.docx | company_details
карточка компании | company_details
реквізити.pdf | company_details
company details.docx | company_details
rekvizity.doc | company_details
банковские реквизиты | company_details
фото авто.jpg | vehicle_photo
фото машины спереди | vehicle_photo
машина.jpg | vehicle_photo
авто сзади.jpg | vehicle_photo
салон.jpg | vehicle_photo
одометр.jpg | vehicle_photo
пробег.jpg | vehicle_photo
левый бок.jpg | vehicle_photo
правая сторона.jpg | vehicle_photo
car_photo_1.jpg | vehicle_photo
car front.jpg | vehicle_photo
фото авто зліва | vehicle_photo
царапина на бампере.jpg | vehicle_photo
повреждения.jpg | vehicle_photo
avto_sleva.jpg | vehicle_photo
вин номер.jpg | vehicle_photo
свидетельство о рождении.pdf | other
свидетельство о браке | other
справка.pdf | other
Довідка.pdf | other
выписка егрн.pdf | other
кредитный договор.pdf | other
договор.pdf | other
устав.pdf | other
анкета.docx | other
європротокол | other
birth certificate.pdf | other
договор лизинга | other
""")


@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_name_tells_the_kind(name, kind):
    assert guess_document_kind(name) == kind


def test_every_kind_is_told_by_some_name():
    assert {str(kind) for kind in DocumentKind} == {case.values[1] for case in NAMES}


@pytest.mark.parametrize("name", ["СТС", "стс", "Стс", "_СТС_", "1СТС2", "СТС (1)", "СТС.копия", "sts", "STS-2"])
def test_case_signs_and_digits_around_a_word_change_nothing(name):
    assert guess_document_kind(name) == DocumentKind.STS


@pytest.mark.parametrize("ending", ["", ".pdf", ".PDF", ".jpeg", ".heic", ".docx", ".mp4"])
def test_the_ending_changes_nothing(ending):
    assert guess_document_kind("паспорт" + ending) == DocumentKind.PASSPORT
    assert guess_document_kind("IMG_2031" + ending) == DocumentKind.UNKNOWN


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        # A paper about another paper is what it is itself.
        ("чек за полис осаго", DocumentKind.PAYMENT_PROOF),
        ("полис осаго чек", DocumentKind.PAYMENT_PROOF),
        ("заявление на каско", DocumentKind.APPLICATION),
        ("счет за полис", DocumentKind.INVOICE),
        ("расчет полиса", DocumentKind.QUOTE),
        ("правила к полису", DocumentKind.TERMS),
        ("доверенность на права", DocumentKind.POWER_OF_ATTORNEY),
        # A paper by its own name comes before what is insured.
        ("каско паспорт", DocumentKind.PASSPORT),
        ("осаго стс", DocumentKind.STS),
        # Of two equal ones the first.
        ("стс и птс", DocumentKind.STS),
        ("птс и стс", DocumentKind.PTS),
        ("паспорт снилс инн", DocumentKind.PASSPORT),
    ],
)
def test_of_several_kinds_the_more_telling_one_wins(name, kind):
    assert guess_document_kind(name) is kind


@given(st.text(max_size=300))
def test_any_name_has_a_kind(name):
    assert guess_document_kind(name) in DocumentKind


@given(st.integers(0, 10**12), st.sampled_from(["IMG_", "scan", "DSC", "photo_", "image", "файл ", "документ "]))
def test_numbered_names_say_nothing(number, beginning):
    assert guess_document_kind(f"{beginning}{number}.jpg") is DocumentKind.UNKNOWN


def test_lines_give_the_type():
    line = {"id": 3, "text": "паспорт.jpg"}
    assert parse_line("document", line) == {"id": 3, "result": {"type": "passport"}}
    assert parse_line("document", {"id": 4})["result"] == {"type": "unknown"}
