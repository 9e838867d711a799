"""Addresses for those who work in a cooperation."""

from django.urls import path
from django.views.decorators.cache import never_cache

from radslag.windows.desk.views import (
    beginning,
    bodies,
    desk,
    drafts,
    editing,
    invitations,
    letters,
    look,
    next_year,
    privacy,
    register,
    seats,
    signing_in,
)

begin = beginning.begin

urlpatterns = [
    path("", never_cache(desk.desk), name="desk"),
    path("nytt/", never_cache(desk.news), name="news"),
    path("nasta-ar/", never_cache(next_year.next_year), name="next-year"),
    path("utseende/", never_cache(look.look), name="look"),
    path("utseende/aterstall/", never_cache(look.reset_look), name="reset-look"),
    path("utseende/angra/", never_cache(look.undo_look), name="undo-look"),
    path("medlemmar/", never_cache(editing.members), name="edit-members"),
    path("medlemmar/<slug:member>/inloggning/", never_cache(signing_in.member), name="member-sign-in"),
    path("brev/", never_cache(letters.letters), name="letters"),
    path("brev/<int:number>/skicka-igen/", never_cache(letters.send_again), name="send-again"),
    path("brev/<int:number>/lagg-undan/", never_cache(letters.put_away), name="put-away-letter"),
    path("import/", never_cache(drafts.imports), name="imports"),
    path("import/<int:number>/", never_cache(drafts.draft), name="draft"),
    path("import/<int:number>/ratta/", never_cache(drafts.correct), name="correct"),
    path("import/<int:number>/spara/", never_cache(drafts.accept), name="accept"),
    path("import/<int:number>/kasta/", never_cache(drafts.discard), name="discard"),
    *(
        path(f"<int:year>/{ending}", never_cache(editing.plan_page(name)), name=name)
        for name, ending in editing.ENDINGS.items()
    ),
    path("<int:year>/besluta/", never_cache(editing.decide), name="decide"),
    path("nytt-organ/", never_cache(bodies.begin), name="begin-body"),
    path("organisation/<slug:body>/andra/", never_cache(editing.body), name="edit-body"),
    path("andra/angra/<int:entry>/", never_cache(editing.undo), name="undo"),
    path("andra/<slug:kind>/ny/", never_cache(editing.add), name="add"),
    path("andra/<slug:kind>/<int:key>/flytta/", never_cache(editing.move), name="move"),
    path("andra/<slug:kind>/<int:key>/ta-bort/", never_cache(editing.remove), name="remove"),
    path("andra/<slug:kind>/<int:key>/historik/", never_cache(editing.history), name="history"),
    path("andra/<slug:kind>/<int:key>/<slug:field>/", never_cache(editing.field), name="edit-field"),
    path("inbjudningar/", never_cache(invitations.invitations), name="invitations"),
    path("inbjudningar/<int:account>/skicka/", never_cache(invitations.send), name="invite"),
    path(
        "inbjudningar/<int:account>/dra-tillbaka/",
        never_cache(invitations.withdraw),
        name="withdraw-invitation",
    ),
    path("personuppgifter/", never_cache(privacy.privacy), name="privacy"),
    path("personuppgifter/<int:account>.json", never_cache(privacy.extract), name="extract"),
    path("register/", never_cache(register.register), name="register"),
    path("register/<int:number>/", never_cache(register.entry), name="entry"),
    path("organisation/", never_cache(seats.organisation), name="bodies"),
    path("organisation/<slug:body>/", never_cache(seats.body), name="body"),
    path("organisation/<slug:body>/utse/", never_cache(seats.appoint), name="appoint"),
    path("organisation/<slug:body>/kontakter.<slug:form>", never_cache(seats.contacts), name="contacts"),
    path("kommun/<slug:member>/", never_cache(seats.member), name="member"),
    path("kommun/<slug:member>/ny/<slug:office>/", never_cache(seats.succeed), name="succeed"),
    path("uppdrag/", never_cache(seats.offices), name="offices"),
    path("uppdrag/utse/", never_cache(seats.appoint), name="appoint-office"),
    path("uppdrag/angra/", never_cache(seats.undo), name="undo-seats"),
    path("uppdrag/<int:seat>/", never_cache(seats.change), name="seat"),
    path("uppdrag/<int:seat>/byt-ut/", never_cache(seats.replace), name="replace"),
    path("uppdrag/<int:seat>/avsluta/", never_cache(seats.end), name="end"),
    path("uppdrag/<int:seat>/ta-tillbaka/", never_cache(seats.withdraw), name="withdraw"),
]

open_to_all = [
    path("brev/<str:token>/", never_cache(letters.link), name="letter"),
    path("brev/vidare/<slug:room>/", never_cache(letters.way_in), name="way-in"),
]
"""What the links in a letter lead to, for whoever has the letter."""
