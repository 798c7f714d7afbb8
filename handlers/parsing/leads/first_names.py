"""First names of Russia, Ukraine and their neighbours, short forms too, and English ones."""

_CYRILLIC = """
александр алексей анатолий андрей антон аркадий арсений артем артур афанасий богдан борис вадим валентин валерий
василий виктор виталий влад владимир владислав всеволод вячеслав гавриил геннадий георгий герман глеб григорий давид
дамир даниил данил данила денис дмитрий егор евгений ефим захар иван игнат игорь илья иннокентий иосиф камиль карен
карим кирилл константин лев леонид лука макар максим марат марк мартин матвей мирон мирослав михаил назар никита
николай олег павел петр платон прохор рамиль расул рашид ренат ринат роберт родион роман ростислав руслан рустам савва
савелий святослав семен сергей слава станислав степан тарас тигран тимофей тимур трофим федор феликс филипп хасан
эдгар эдуард эльдар эмиль эрик юлиан юлий юрий яков ян ярослав гор ашот армен арам гагик вартан ибрагим ильдар ислам
магомед мурад мустафа мухаммед заур руфат самвел самир сурен азат айдар алан аслан ахмед булат георги гурам зураб
вахтанг гиви гия тенгиз саша леша алеша толик толя андрюша антоша аркаша сеня тема боря вадик валера вася витя виталик
вова володя владик гена жора гоша гриша даня дениска дима митя женя ваня ильюха костя леня макс миша мишаня никитос
коля олежка паша петя рома ростик русик сережа серега серый стас степа тарасик тимоха федя филя эдик юра яша ярик
александра алена алеся алина алиса алла альбина амина анастасия ангелина анжела анжелика анна антонина арина валентина
валерия варвара василиса вера вероника виктория виолетта галина гульнара дарья диана дина динара евгения екатерина
елена елизавета жанна залина зара заира зинаида злата зоя зульфия изабелла инга инесса инна ирина ия камилла карина
каролина кира клавдия кристина ксения лариса лейла лиана лидия лилия любовь людмила мадина майя маргарита марианна
марина мария марта мила милана милена мирослава надежда наталия наталья нелли ника нина нинель оксана олеся ольга
полина раиса регина римма роза роксана руслана сабина светлана серафима снежана софия софья стефания таисия тамара
татьяна ульяна фаина фатима эвелина элеонора элина эльвира эльмира эмилия эмма юлия юлиана яна ярослава айгуль алсу
асель гюзель лилит ануш асмик наринэ гаянэ нино тамрико саня шура аленка алька аня анюта нюра настя ася лина варя вика
галя даша дашка катя катюша кэт лена леночка алёна лиза зина ира иришка ксюша лара лида лиля люба люда рита маша
маруся надя наташа ната оля поля рая света соня тая тома таня уля юля юлька яночка тоня валя тина милка эля лера
олександр олексій анатолій андрій арсеній володимир валерій василь віктор віталій геннадій георгій гліб григорій гнат
данило дмитро євген єгор іван ігор ілля йосип кирило костянтин леонід лук'ян матвій микита микола михайло назарій
омелян орест остап павло петро пилип сергій тимофій устим федір юрій юхим яків любомир зеновій ігнат северин лесь
левко захарій мар'ян адріан сашко льоша льоня вітя вовчик гриць дмитрик іванко ілько костик миколка миха юрко петрик
олександра олена анастасія ангеліна анжеліка ганна дарина діана вікторія віра вероніка євгенія ірина катерина ксенія
лідія лілія любов марія марійка мар'яна міла надія наталія наталка ніна поліна раїса світлана соломія софія стефанія
тетяна уляна христина юлія ярина іванна зоряна зінаїда богдана леся іра катруся настуня оленка віка світа надійка єва
димон димончик лёха ленчик санек санька сашка шурик шурочка толян колян вован вовка витек серж жека женек жэка юрок
юрчик юрик юрец стасик мишка михалыч ваньок ванек ванька иванко санич андрюха андрюшка андрейка антоха тоха тошка
пашка пашок петька петруха петюня максик максон максимка кирюха кирюша киря ромка ромчик русланчик эдя владос владя
владюша славик славян олежек олежа гришаня игорек гарик жорик жорж лёва левка лёвушка мотя матюша тимоша тимка артёмка
артемий арсен сева сава митяй димас димка данька данияр даниел даниэль даниель дэвид дэн денчик деня никитка колясик
николаша степка федька фима борька бориска бодя богдаша лукьян демид демьян дем'ян демян добрыня елисей еремей ермолай
емельян зиновий израиль исаак каспар климент клим корней кузьма лаврентий лазарь мефодий митрофан моисей наум никифор
никодим оскар панкрат пантелей парфений порфирий потап радик радмир ратмир рудольф рюрик севастьян силантий соломон
спартак талгат терентий тихон устин фарид фархад феодосий ферапонт фрол харитон христофор эммануил эраст эрнест юсуф
якуб янис лидочка лидуся галка галчонок галюня любаша любочка люся люсьена людочка людмилка ирочка ирка ириша иринка
ленка ленуся лесечка олька олечка ольчик танька танюша танечка наташка натали наталі светка светик светуля юлечка
юляша катька катюня катерінка машка машуля маня марусенька марья марьяна мариша маринка марго ритуля раечка тамарочка
тонечка тося валечка валюша верочка верунчик вероничка зоенька зинуля зося клава клавочка капитолина кристинка крис
ксюха ксюня лариска лора милочка надюша надька надюха ниночка нюта нюша анечка аннушка анютка анка полинка сонечка
софочка стефа стефка тася таша ульянка эллочка юнона янка янина аделина аделя аглая агата агния аида айша александрина
альфия алия амалия анисья анфиса ариадна аксинья августина бэлла белла бронислава василина венера вета виталина влада
владислава власта гаяна гелена глафира гузель гульназ гульшат дания дана дарьяна дебора джамиля домна ева евдокия
евлалия евфросиния жанночка зарема зарина земфира зульфира зухра ивета изольда илона инара ираида карима калерия клара
констанция лайма латифа лаура лилианна линда лола луиза лукерья магдалина малика мальвина марьям матрена матильда
мелания мелисса милица миранда наиля наина настасья нателла нонна оливия пелагея прасковья райхан ревекка рената
рузанна рушана сабрина саида салима самира сара светозара севара сусанна таира танзиля тереза урсула устинья фарида
феодора фрида хадижа хава цветана эдита элла эльза эрика юлианна юстина ядвига ясмина айрат айнур аблай абдулла адам
адиль айбек айдын акрам алибек алихан алмаз алмас алишер амир амирхан анвар арман арслан артак асад асан асхат ахмад
ахмат аяз бауыржан бахром бахтияр бекзат берик бобур вагиф вардан ваган вачик вазген ваагн габриэл гамлет гайк гарегин
гаджи гасан гегам гурген давит далер даурен дильшод джамшид джалол диёр ербол ержан ермек ерлан жанат жандос жасур
заза закир замир зафар заурбек зелимхан зиёд ильгиз ильнур ильшат имран исмаил ирек искандер исрафил иса кайрат камал
камрон карапет карлен кахабер комил комрон кямран левон леван лаша мамед манук махмуд мехман мелик миран мирза
мукагали мурат муслим муса навруз наиль нариман нодир норайр нугзар нурлан олжас омар ораз отабек равшан рамазан рамиз
рамзан расим рауф рафаэль рафик рашад ришат роланд рустем сабир саид сайд салават салим салман самат санжар санжарбек
саркис сардор сафар серик сероб сослан султан тагир тамаз таир тариел темирлан тимерлан тохир тофик туран улугбек умар
умид фазиль фаиль фарход фаррух фикрет хабиб хамид хачик хусейн шавкат шамиль шерзод шухрат эдвард эльнур эльман
эльчин эмин эмир юнус яшар азиз азизбек азамат акмаль асия айгерим айжан айнура алтынай анаит армине асем бахыт гаухар
гоар гульмира гульнора дилноза динора жанар жибек зебо карлыгаш лусине малохат мариам меруерт мехрибан назгуль наргиз
нигора нигяр ноза рузана сабохат салтанат самал севинч сирануш тамила феруза фируза шахноза шушан эсмира орися ориська
роксолана роксоляна соломійка любава любка лєра лєна лєночка лєся льоха василько володька григір грицько гринько
гнатко дарка даринка дзвенислава діма дімон едуард еліна емілія євгеній єлизавета жана жені зіна зорян іванка івасик
ігорьок ігорко інга інна інеса ірка іринка йосиф каріна катря кіра кирил клавдія корній ксеня лаврін леонтій ліда
лідуся ліза ліна ліля ладислав любомира макарій маланка малвіна марічка мар'янка маряна маркіян матвійко меланія
мелашка мирося михась мілана мілена назарко наталочка настасія ніка нестор оксанка олекса олексійко олесь олюня онисим
онуфрій орина осип павлина павлик павлусь панас параска петрусь порфирій прокіп ремігій ромко сабіна савка світланка
сергійко сергійчик симон славко славік степанко стефан тадей тетянка тимко тиміш трохим федько філіп хома христя
христинка юліан юрась яким яринка ярема ярко ярусь ясь аліна аля аліса анничка антоніна антін аркадій артемій богданка
богуслав борислав боян вадік валік вєра віолета всеслав галинка ганнуся герасим горпина джон джек джеймс майкл майк
билл том томас джулия элис алекс алекса кристиан ханс йохан пьер мишель луи хуан карлос ахмет мехмет али аскольд гоча
каллистрат святогор велимир милослав ратибор мстислав изяслав будимир лель есения милолика забава агафья аграфена
анатоль ваграм норик жирайр ашхен гаяне шогик эльвина кенан бакыт эркин эрмек улан нурбек мээрим жылдыз чынара бермет
жаныл
лю чжан чжао чэнь чжоу цзян сяо хуэй пэн минь нгуен кемаль мехмет мустафа омер юсуф хасан махмуд джамал
рудик лялька лялечка лёша льошка вовка галинка ганнуся дмитрусь іринка маринка оксанка олеська павлик петрик романко
світланка степанко тетянка улянка юрась ярик ярема яринка
"""
_LATIN = """
aleksandr alexander alexey aleksey alex anatoly andrey andrei andrew andrii anton artem arthur boris bogdan bohdan
vadim vadym valery vasily vasyl victor viktor vitaly vitalii vladimir volodymyr vladislav vyacheslav gennady georgy
george gleb grigory david denis dmitry dmitri dmytro egor evgeny yevhen eugene ivan igor ihor ilya kirill kyrylo
konstantin leonid lev maxim maksym mark matvey michael mikhail mykhailo nikita nikolay mykola oleg oleh pavel pavlo
paul petr petro peter roman ruslan sergey sergei serhii semen stanislav stepan taras timur fedor yuri yury yurii
yaroslav alexandra oleksandra oleksandr alina alla anastasia nastya anna anne ann hanna daria darya diana ekaterina
kateryna catherine kate katya elena olena helen elizabeth evgenia galina inna irina iryna julia yulia julie karina
kristina christina ksenia larisa lyudmila liudmyla margarita maria mariia mary marina maryna natalia nataliia natalya
nadezhda oksana olga olha polina sofia sophia svetlana svitlana tatiana tetiana tatyana valentina valeria vera
veronica victoria viktoria yana john james robert william bill richard thomas tom charles charlie christopher chris
daniel dan matthew matt anthony tony donald steven steve brian edward ed ronald kevin jason jeff jeffrey ryan jacob
gary nicholas nick eric jonathan jon stephen larry justin scott brandon benjamin ben samuel sam frank gregory greg
raymond jack dennis jerry tyler aaron jose henry adam douglas nathan zachary kyle walter harold carl roger philip
simon martin mike joe jim bob max oliver lucas leo luke patricia jennifer linda barbara susan jessica sarah sara karen
nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca
laura sharon cynthia kathleen amy angela shirley brenda emma pamela nicole samantha katherine christine debra rachel
carolyn janet heather diane ruth joyce virginia lauren kelly hans klaus stefan andreas piotr pawel tomasz krzysztof
marek agnieszka katarzyna malgorzata joanna ahmed ali mohammed mehmet mustafa abdul abdullah aisha alejandro alan
albert alberto aleks alena alesia alessandro alexa alexei alice alicia alisa alyona amir ana anara anastasiia anatolii
anatoliy anders andre andrea andriy angelina anita anselm antonina antonio anvar anya ararat aram arina arkady arkadiy
armen arsen arseniy artur artyom arturo asel aslan askar aynur azamat azat bella bernard bogdana borys bradley bruce
bruno carla carlos carmen caroline cecilia charlotte chloe chiara chingiz clara claire claude claudia connor craig
curtis dana danil daniil danylo danyil danny dariia daryna dave dean denys derek diego dima dina dinara dirk dmitrii
dmitriy dominic dmytrii doris dylan eduard edgar elina eliza ella elizaveta elmira elsa elvira emil emilia emre erik
erika ernest esther ethan eva evelyn evgenii evgeniy farid farhad fatima felix fiona florian francesco francis fred
frederick fyodor gabriel gabriela galyna garry gavin gennadii gerald gerard gevorg ghenadie gia giorgi giulia glen
gordon greta grigor gulnara halyna hamid hank hannah harry hasan hayk helena henrik herman hubert hugo ian ibrahim
ihsan ilia illia ilona inga ingrid inessa iren irene iris irma isaac isabel isabella iskander ivanna ivo jake jackson
jaime jan jana jane jasmine jay jean jeanne jens jenny jeremy jerome jessie joan joanne joel johan johann johannes
jonas jorge joseph josh joshua juan judith juliet juliya karim karl katarina katia katie katrin katrina kay keith ken
kenneth kim kira klara klim kostya kristian kseniia kseniya kurt lana lara laurent lee leila leonard leonardo leonora
leonidas lera lesia lesya leon levon liam lidia lidiya lilia liliia lillian liliya lily lina liza lola louis louise
luba lucia lucy luis lukas lyuba lyubov madina magomed maia maks marat marc marcel marcin marco marcus mariana
marianna marie marian mariya marko marta martha martina marusya mason maya megan mehdi melanie mia michal michel mila
milena miles milos mira miriam misha mohamed mohammad monica monika murad murat mykyta myroslava nadia nadiia nadiya
naomi nastia natali natalie natasha nathalie nazar neil nelli nelly nigel nikola nikolai nikolaus nils nina nino noah
nora norman nurlan oleksii oleksiy olesia olesya olivia ollie omar orest oscar oskar ostap otto owen pablo pascal
pasha patrick paula pauline pavlina pedro percy perry pete petya pierre platon phil rafael raisa ralph ramil rashid
ray regina renat renata rene rita rob robin rodion roland rolf roma ron rosa rosalie rose ross rostislav rostyslav roy
rudolf russell rustam rustem sabina salavat salim sally sandro sanjay sasha saul scarlett sebastian semyon serge
sergio sergiy seth shamil sheila sid silvia slava solomia solomiya sonia sonya spencer stacy stas stella stephan steph
stuart stan sue sven svyatoslav sviatoslav sylvia tadas tamara tania tanya ted teresa theo theodore tibor tigran tim
timofey timothy tina todd tolik toma tomas tracy trevor ulyana ulf ursula vadik valentin valentyna valera valerie
valerii valeriia valeriya vanessa varvara vasiliy vasilii vasyliy vasya venera veronika vic vicky viktoriia viktoriya
vince vincent violetta vira vita vitalik vitaliy vitya vlad vlada vladislava vladyslav volodya vova walt wanda wendy
wes wilhelm willy wolfgang xenia yan yaroslava yegor yelena yevgen yevgeniia yevheniia yiannis yulian yuliia yuliya
yunus yuriy yusuf yuriko zach zakhar zarina zaur zhanna zina zinaida zoe zoryana zoya
"""

_PLAIN = dict(zip("абвдезёклмнопрстуфэі", "abvdezeklmnoprstufei", strict=True))
_PAIRS = dict(zip("жхцчшщ", ("zh", "kh", "ts", "ch", "sh", "shch"), strict=True))
_ALIKE = {**_PLAIN, **_PAIRS, **dict.fromkeys("ьъ'", "")}
_RUSSIAN = str.maketrans({**_ALIKE, "г": "g", "и": "i", "й": "y", "ы": "y", "ю": "yu", "я": "ya"})
_UKRAINIAN = str.maketrans(
    {**_ALIKE, "г": "h", "ґ": "g", "и": "y", "й": "i", "є": "ie", "ї": "i", "ю": "iu", "я": "ia", "ы": "y"}
)
_SPELT = [name.translate(table) for name in _CYRILLIC.split() for table in (_RUSSIAN, _UKRAINIAN)]

_HOME = [name[:-1] + "ка" for name in _CYRILLIC.replace("ё", "е").split() if name.endswith("ша")]
"""«Гришка» of «Гриша»."""

FIRST_NAMES = frozenset(
    [
        *_CYRILLIC.replace("ё", "е").split(),
        *_HOME,
        *_LATIN.split(),
        *(name for name in _SPELT if name.isascii() and len(name) > 2),
    ]
)
