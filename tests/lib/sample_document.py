"""A whole report as qualityreport hands it over: invented municipality, own text, every part."""

from django.template.loader import render_to_string

from lib.pdf.exhibits import for_print
from tests.lib.sample_parts import Node, chart, section, table
from tests.lib.sample_registers import registers

FOOTNOTES = (
    "Lex Sarah är den skyldighet att rapportera missförhållanden som följer av socialtjänstlagen.",
    "En rapport räknas det år den kom in, oberoende av när utredningen avslutades.",
    "Uppgifterna är hämtade ur avvikelseregistret och avser läget den 31 december.",
    "Med egenkontroll avses en systematisk uppföljning av den egna verksamheten.",
    "Två enheter slogs samman i mars; siffrorna för tidigare år har räknats om på samma sätt.",
    "Svarsfrekvensen var låg, varför resultatet bör läsas med försiktighet.",
    "Samordnad individuell plan upprättas när någon behöver insatser från flera huvudmän.",
)
CAUSES: dict[str, list[int | None]] = {
    "Kommunikation_och_information": [8, 3, 12, 2],
    "Omgivning_och_organisation": [4, 5, 3, None],
    "Processer_och_rutiner": [12, 6, 9, 1],
    "Teknik_och_utrustning": [1, 2, 4, 0],
    "Utbildning_och_kompetens": [5, 2, 1, 3],
    "Annat": [2, 1, 6, 1],
}
AREAS = ("Barn och unga", "Vuxna", "Ekonomiskt bistånd", "Familjerätt")


def sample_document() -> Node:
    return {
        "kind_title": "Kvalitetsberättelse",
        "year": 2023,
        "subtitle": "Systematiskt kvalitetsarbete för barn, unga och vuxna inom individ- och "
        "familjeomsorgen",
        "municipality": "Ängslunda kommun",
        "board": "Socialnämnden",
        "unit": "Individ- och familjeomsorgen",
        "diary_number": "SN 2024/0117",
        "as_of": "2023-12-31",
        "as_of_text": "31 december 2023",
        "version": 1,
        "state_text": "Utkast",
        "created_text": "12 februari 2024",
        "created": "2024-02-12T09:30:00+01:00",
        "author": "Kvalitetsenheten",
        "sections": _chapters(),
    }


def sample_html(document: Node | None = None) -> str:
    ready = for_print(document or sample_document())
    return render_to_string("report/document.html", {"document": ready})


def note(position: int) -> str:
    return f'<span class="footnote">{FOOTNOTES[position]}</span>'


def _chapters() -> list[Node]:
    return [
        _summary(),
        _introduction(),
        _conditions(),
        _deviations(),
        _risks(),
        _improvements(),
        registers("7"),
        section(
            "8",
            "Källor och räkneregler",
            "<p>Alla tal i rapporten är räknade ur verksamhetens register och avser läget den "
            "31 december 2023. Andelar är avrundade till hela procent. Ett streck (–) betyder att "
            "uppgift saknas eller inte är satt.</p><ul><li>Inkomna: rapporter med ankomstdatum "
            "under året.</li><li>Utredda: rapporter vars utredning avslutats under året.</li>"
            "<li>Pågående: rapporter utan beslut den 31 december.</li></ul>",
        ),
    ]


def _summary() -> Node:
    return section(
        "1",
        "Sammanfattning",
        "<p>Året präglades av ett målmedvetet arbete med rutiner för förhandsbedömning och en "
        "tydligare uppföljning av avvikelser. Antalet rapporter enligt lex Sarah"
        f"{note(0)} blev lägre än året före, medan de interna avvikelserna ökade. Ökningen "
        "bedöms i första hand bero på att fler medarbetare känner till hur och varför en "
        "avvikelse ska rapporteras.</p>"
        "<ul><li>17 rapporter enligt lex Sarah utreddes, varav 13 inom barn och unga.</li>"
        "<li>28 interna avvikelser rapporterades, nio fler än året före.</li>"
        "<li>20 synpunkter och klagomål togs emot, varav fyra om förvaltningen som helhet.</li>"
        "<li>Sex av åtta beslutade åtgärder har genomförts och fem har haft avsedd effekt.</li>"
        "</ul><p>Under kommande år läggs tyngden vid delaktighet i genomförandeplaner, vid "
        "dokumentationens kvalitet och vid att åtgärder följs upp inom sex månader.</p>",
    )


def _introduction() -> Node:
    return section(
        "2",
        "Inledning och uppdrag",
        "<p>Nämnden ansvarar för att insatser inom socialtjänsten är av god kvalitet och att "
        "kvaliteten fortlöpande utvecklas och säkras. Berättelsen beskriver hur arbetet har "
        "bedrivits, vad det har visat och vad som behöver göras härnäst.</p>",
        (),
        section(
            "2.1",
            "Syfte",
            "<p>Syftet är att ge nämnden en samlad bild av verksamhetens kvalitet, som underlag "
            "för beslut om inriktning och resurser. Den ska också kunna läsas av medarbetare, "
            "brukare och andra som vill förstå hur verksamheten arbetar med sina brister.</p>"
            "<blockquote><p>Kvalitet är att varje människa får rätt stöd, i rätt tid och med "
            "respekt för vem hon är.</p></blockquote>",
        ),
        section(
            "2.2",
            "Ansvar och organisation",
            "<p>Enhetscheferna ansvarar för det dagliga kvalitetsarbetet. En kvalitetssamordnare "
            "håller samman uppföljningen och rapporterar till ledningsgruppen varje kvartal.</p>"
            "<h4>Forum för uppföljning</h4><p>Avvikelser gås igenom på arbetsplatsträffar, i "
            "kvalitetsråd och i ledningsgrupp. Protokollen samlas i <a "
            'href="https://www.example.org/">kommunens <strong>diarium</strong></a>.</p>'
            "<ol><li>Enheten utreder och återkopplar till den som rapporterat.</li><li>Rådet ser "
            "mönster över enhetsgränser.</li><li>Ledningsgruppen beslutar om åtgärder.</li></ol>",
        ),
    )


def _conditions() -> Node:
    return section(
        "3",
        "Underlag för bedömningen",
        f"<p>Bedömningen vilar på registrerade avvikelser,{note(2)} egenkontroller{note(3)} och "
        "brukarnas egna röster. Källorna kompletterar varandra: avvikelser visar var något har "
        "gått fel, egenkontroller visar om arbetssätten följs och brukarundersökningar visar hur "
        "insatserna upplevs.</p>",
        [
            table(
                "Tabell 1",
                "Ärenden och beslut per område",
                "Område|Ärenden|Beslut|Varav bifall|Andel bifall",
                "Barn och unga|1\u202f248|1\u202f011|902|89\u00a0%",
                "Vuxna|612|488|431|88\u00a0%",
                "Ekonomiskt bistånd|4\u202f876|4\u202f530|3\u202f987|88\u00a0%",
                "Familjerätt|344|290|–|–",
                "Totalt|7\u202f080|6\u202f319|5\u202f320|84\u00a0%",
                note="Familjerättens ärenden avslutas genom avtal, varför bifall inte redovisas.",
                source="Verksamhetssystemet",
            )
        ],
        section(
            "3.1",
            "Särskilda händelser under året",
            "<p>I mars slogs två mottagningsgrupper samman. "
            "Under hösten infördes ett gemensamt "
            f"arbetssätt för förhandsbedömningar.{note(4)} Bemanningen var ansträngd under "
            "sommaren, vilket märktes i längre handläggningstider under juli och augusti.</p>",
        ),
        section(
            "3.2",
            "Brukarnas upplevelse",
            "<p>Brukarundersökningen besvarades av 214 personer. "
            f"Helhetsintrycket är gott.{note(5)} "
            "Flest förbättringsförslag rör möjligheten att påverka insatsens utformning.</p>",
            [
                {
                    "type": "group",
                    "heading": "Delaktighet och bemötande",
                    "parts": [
                        chart(
                            "Figur 1",
                            "Svar på frågan om möjlighet att påverka",
                            "grouped",
                            ("2020", "2021", "2022", "2023"),
                            Barn_och_unga=[61, 64, 66, 71],
                            Vuxna=[70, None, 72, 75],
                        ),
                        table(
                            "Tabell 2",
                            "Svar på frågan om möjlighet att påverka",
                            "Område|2020|2021|2022|2023",
                            "Barn och unga|61|64|66|71",
                            "Vuxna|70|–|72|75",
                            source="Brukarundersökningen",
                        ),
                    ],
                }
            ],
        ),
    )


def _deviations() -> Node:
    return section(
        "4",
        "Avvikelser, lex Sarah och klagomål",
        "<p>Kapitlet redovisar vad som har rapporterats, vad utredningarna har visat och vilka "
        "bakomliggande orsaker som återkommer.</p>",
        (),
        _lex_sarah(),
        section(
            "4.2",
            "Bakomliggande orsaker",
            "<p>Varje utredning anger en eller flera orsaker. Brister i processer och rutiner är "
            "vanligast, följt av kommunikation. Orsakerna är desamma som året före, men de "
            "tekniska orsakerna har minskat sedan verksamhetssystemet byttes.</p>",
            [
                chart(
                    "Figur 3",
                    "Bakomliggande orsaker i avslutade utredningar",
                    "stacked",
                    AREAS,
                    **CAUSES,
                ),
                table(
                    "Tabell 5",
                    "Bakomliggande orsaker i avslutade utredningar",
                    "Orsak|" + "|".join(AREAS),
                    "Kommunikation och information|8|3|12|2",
                    "Omgivning och organisation|4|5|3|–",
                    "Processer och rutiner|12|6|9|1",
                    "Teknik och utrustning|1|2|4|0",
                    "Utbildning och kompetens|5|2|1|3",
                    "Annat|2|1|6|1",
                    note="En utredning kan ha flera orsaker, så summan är större än antalet "
                    "utredningar.",
                ),
            ],
        ),
        section(
            "4.3",
            "Synpunkter och klagomål",
            "<p>Synpunkter tas emot muntligt, skriftligt och genom e-tjänsten. Den som lämnar en "
            "synpunkt får svar inom tio arbetsdagar. Överklaganden räknas inte som klagomål men "
            "redovisas för sig i tabellen.</p>",
            [
                table(
                    "Tabell 6",
                    "Synpunkter och klagomål per enhet",
                    "Enhet|2022|2023|Förändring|Varav överklaganden",
                    "Individ- och familjeomsorgen gemensamt|6|4|−2|1",
                    "Barn och unga|11|8|−3|3",
                    "Vuxna|5|8|+3|2",
                    "Totalt|22|20|−2|6",
                )
            ],
        ),
    )


def _lex_sarah() -> Node:
    return section(
        "4.1",
        "Rapporter enligt lex Sarah",
        f"<p>Under året utreddes 17 rapporter,{note(1)} varav 13 inom barn och unga. I fyra fall "
        "bedömdes händelsen vara ett missförhållande och i fem fall fanns en påtaglig risk för "
        "ett missförhållande.</p>",
        [
            table(
                "Tabell 3",
                "Inkomna och utredda rapporter",
                "Rapporter|2022|2023|Förändring",
                "Överförda från föregående år|2|3|+1",
                "Inkomna under året|22|18|−4",
                "Utredda under året|19|17|−2",
                "Pågående vid årets slut|3|2|−1",
            )
        ],
        section(
            "4.1.1",
            "Bedömningar",
            "<p>Bedömningen gör skillnad mellan ett missförhållande, en påtaglig risk för ett "
            "missförhållande och övriga händelser. Inget ärende bedömdes som allvarligt.</p>",
            [
                chart(
                    "Figur 2",
                    "Utredda rapporter efter bedömning",
                    "stacked",
                    ("Barn och unga", "Vuxna"),
                    Missförhållande=[4, 1],
                    Påtaglig_risk=[5, 2],
                    Inget_missförhållande=[4, 1],
                ),
                table(
                    "Tabell 4",
                    "Utredda rapporter efter bedömning",
                    "Bedömning|Barn och unga|Vuxna|Totalt",
                    "Missförhållande|4|1|5",
                    "Påtaglig risk för missförhållande|5|2|7",
                    "Inget missförhållande|4|1|5",
                    "Totalt|13|4|17",
                ),
            ],
            section(
                "4.1.1.1",
                "Återkoppling",
                "<p>Alla som rapporterat har fått veta hur utredningen slutade. I två fall har "
                "den enskilde valt att inte ta del av utredningen.</p>",
            ),
        ),
    )


RISKS = (
    "Försenad förhandsbedömning",
    "Bristande delaktighet i genomförandeplanen",
    "Ofullständig journalföring",
    "Otydlig ansvarsfördelning vid överlämning",
    "Utebliven uppföljning av placeringar",
    "Beroende av enskilda medarbetares kunskap",
)
LEVELS = ("2 Låg", "6 Medel", "12 Hög", "4 Medel", "9 Hög", "1 Låg")
ACTIONS = (
    "Bevakningslista införd^Enheten följer listan varje vecka och rapporterar till chefen.",
    "Samtalsstöd framtaget^Används i alla nya ärenden sedan oktober.",
    "Utbildning genomförd i två omgångar^Granskning av akter visar bättre kvalitet.",
    "Ny rutin beslutad",
    "Kalender för uppföljningar^Egenkontroll genomförd i mars och september.",
)


def _risks() -> Node:
    rows = [
        f"{RISKS[row % 6]} ({row + 1})|{LEVELS[row % 6]}|{ACTIONS[row % 5]}" for row in range(34)
    ]
    return section(
        "5",
        "Risker och åtgärder",
        "<p>Riskerna bedöms två gånger om året. Nivån är sannolikhet gånger konsekvens, båda på "
        "en skala från ett till fyra. Tabellen visar läget efter höstens bedömning.</p>",
        [
            table(
                "Tabell 7",
                "Risker, nivå och beslutade åtgärder",
                "Risk|Nivå|Åtgärd",
                *rows,
                align="lll",
                widths=(40, 17, 43),
                source="Riskregistret",
            )
        ],
    )


def _improvements() -> Node:
    paragraph = (
        "<p>Arbetet med dokumentation har gett resultat: vid höstens granskning uppfyllde 41 av "
        "50 granskade akter alla krav, mot 33 av 50 året före. Fortfarande saknas i vissa akter "
        "den enskildes egen inställning till planerade insatser. Verksamheten fortsätter därför "
        "med kollegial granskning och med korta utbildningspass i samband med arbetsplatsträffar."
        "</p>"
    )
    return section(
        "6",
        "Bedömning och förbättringsområden",
        paragraph,
        [{"type": "text", "html": paragraph}],
        section(
            "6.1",
            "Prioriterade områden",
            paragraph + f"<p>Samverkan behöver stärkas.{note(6)} Antalet planer har ökat, men "
            "uppföljningen sker inte alltid i tid och rollerna är inte tydliga för alla "
            "inblandade.</p><ul><li>Delaktighet för barn och unga i den egna planeringen.</li>"
            "<li>Uppföljning av åtgärder inom sex månader.</li>"
            "<li>Gemensamma arbetssätt vid överlämningar.<ul><li>Checklista vid byte av "
            "handläggare.</li><li>Trepartssamtal vid byte av enhet.</li></ul></li></ul>",
        ),
        section("6.2", "Nästa steg", paragraph),
    )
