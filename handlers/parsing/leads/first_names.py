"""First names of Russia, Ukraine and their neighbours, short forms too, and English ones."""

_CYRILLIC = """
александр алексей анатолий андрей антон аркадий арсений артем артур афанасий богдан борис вадим валентин валерий
василий виктор виталий влад владимир владислав всеволод вячеслав гавриил геннадий георгий герман глеб григорий давид
дамир даниил данил данила денис дмитрий егор евгений ефим захар иван игнат игорь илья иннокентий иосиф камиль карен
карим кирилл константин лев леонид лука макар максим марат марк мартин матвей мирон мирослав михаил назар никита
николай олег павел петр платон прохор рамиль расул рашид ренат ринат роберт родион роман ростислав руслан рустам
савва савелий святослав семен сергей слава станислав степан тарас тигран тимофей тимур трофим федор феликс филипп
хасан эдгар эдуард эльдар эмиль эрик юлиан юлий юрий яков ян ярослав гор ашот армен арам гагик вартан ибрагим ильдар
ислам магомед мурад мустафа мухаммед заур руфат самвел самир сурен азат айдар алан аслан ахмед булат георги гурам
зураб вахтанг гиви гия тенгиз саша леша алеша толик толя андрюша антоша аркаша сеня тема боря вадик валера вася витя
виталик вова володя владик гена жора гоша гриша даня дениска дима митя женя ваня ильюха костя леня макс миша мишаня
никитос коля олежка паша петя рома ростик русик сережа серега серый стас степа тарасик тимоха федя филя эдик юра яша
ярик александра алена алеся алина алиса алла альбина амина анастасия ангелина анжела анжелика анна антонина арина
валентина валерия варвара василиса вера вероника виктория виолетта галина гульнара дарья диана дина динара евгения
екатерина елена елизавета жанна залина зара заира зинаида злата зоя зульфия изабелла инга инесса инна ирина ия
камилла карина каролина кира клавдия кристина ксения лариса лейла лиана лидия лилия любовь людмила мадина майя
маргарита марианна марина мария марта мила милана милена мирослава надежда наталия наталья нелли ника нина нинель
оксана олеся ольга полина раиса регина римма роза роксана руслана сабина светлана серафима снежана софия софья
стефания таисия тамара татьяна ульяна фаина фатима эвелина элеонора элина эльвира эльмира эмилия эмма юлия юлиана
яна ярослава айгуль алсу асель гюзель лилит ануш асмик наринэ гаянэ нино тамрико саня шура аленка алька аня анюта
нюра настя ася лина варя вика галя даша дашка катя катюша кэт лена леночка алёна лиза зина ира иришка ксюша лара
лида лиля люба люда рита маша маруся надя наташа ната оля поля рая света соня тая тома таня уля юля юлька яночка
тоня валя тина милка эля лера олександр олексій анатолій андрій арсеній володимир валерій василь віктор віталій
геннадій георгій гліб григорій гнат данило дмитро євген єгор іван ігор ілля йосип кирило костянтин леонід лук'ян
матвій микита микола михайло назарій омелян орест остап павло петро пилип сергій тимофій устим федір юрій юхим яків
любомир зеновій ігнат северин лесь левко захарій мар'ян адріан сашко льоша льоня вітя вовчик гриць дмитрик іванко
ілько костик миколка миха юрко петрик олександра олена анастасія ангеліна анжеліка ганна дарина діана вікторія віра
вероніка євгенія ірина катерина ксенія лідія лілія любов марія марійка мар'яна міла надія наталія наталка ніна
поліна раїса світлана соломія софія стефанія тетяна уляна христина юлія ярина іванна зоряна зінаїда богдана леся іра
катруся настуня оленка віка світа надійка єва
"""
_LATIN = """
aleksandr alexander alexey aleksey alex anatoly andrey andrei andrew andrii anton artem arthur boris bogdan bohdan
vadim vadym valery vasily vasyl victor viktor vitaly vitalii vladimir volodymyr vladislav vyacheslav gennady georgy
george gleb grigory david denis dmitry dmitri dmytro egor evgeny yevhen eugene ivan igor ihor ilya kirill kyrylo
konstantin leonid lev maxim maksym mark matvey michael mikhail mykhailo nikita nikolay mykola oleg oleh pavel pavlo
paul petr petro peter roman ruslan sergey sergei serhii semen stanislav stepan taras timur fedor yuri yury yurii
yaroslav alexandra oleksandra oleksandr alina alla anastasia nastya anna anne ann hanna daria darya diana ekaterina
kateryna catherine kate katya elena olena helen elizabeth evgenia galina inna irina iryna julia yulia julie karina
kristina christina ksenia larisa lyudmila liudmyla margarita maria mariia mary marina maryna natalia nataliia
natalya nadezhda oksana olga olha polina sofia sophia svetlana svitlana tatiana tetiana tatyana valentina valeria
vera veronica victoria viktoria yana john james robert william bill richard thomas tom charles charlie christopher
chris daniel dan matthew matt anthony tony donald steven steve brian edward ed ronald kevin jason jeff jeffrey ryan
jacob gary nicholas nick eric jonathan jon stephen larry justin scott brandon benjamin ben samuel sam frank gregory
greg raymond jack dennis jerry tyler aaron jose henry adam douglas nathan zachary kyle walter harold carl roger
philip simon martin mike joe jim bob max oliver lucas leo luke patricia jennifer linda barbara susan jessica sarah
sara karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah
stephanie rebecca laura sharon cynthia kathleen amy angela shirley brenda emma pamela nicole samantha katherine
christine debra rachel carolyn janet heather diane ruth joyce virginia lauren kelly hans klaus stefan andreas piotr
pawel tomasz krzysztof marek agnieszka katarzyna malgorzata joanna ahmed ali mohammed mehmet mustafa
"""

FIRST_NAMES = frozenset((_CYRILLIC.replace("ё", "е") + _LATIN).split())
