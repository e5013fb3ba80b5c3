"""Fills a fresh Tryton database with made-up parties and leads, and writes as JSON what it made.

Runs under the system's own Python, which has proteus: tryton-seed.py CONFIG DATABASE JSON
"""

import datetime
import json
import sys
from decimal import Decimal

from proteus import Model, Wizard, config

COMPANIES = [
    ('Norwell Pumps Ltd', 'office@norwell-pumps.example', '+44 1632 960101', 'Hull'),
    ('Aurich & Söhne GmbH', 'post@aurich-soehne.example', '+49 30 5550102', 'Bremen'),
    ('Tallis Freight BV', 'desk@tallis-freight.example', '+31 20 5550103', 'Utrecht'),
    ('Brightwater Labs Inc.', 'hello@brightwater-labs.example', '+1 202 555 0104', 'Dover'),
    ('Quillon Paper SA', None, '+33 1 55 50 01 05', 'Nantes'),
    ('Ostrava Glass s.r.o.', 'info@ostrava-glass.example', None, 'Ostrava'),
]

# Name, company, ways to reach them in the order of the page, city. Somebody's first row is not always the
# address, two people share a name, and three have no e-mail.
PEOPLE = [
    ('Gordon Shanahan', 0, [('email', 'gordon@norwell-pumps.example'), ('phone', '+44 1632 960111')]),
    ('Maud Ferrars', 0, [('phone', '+44 1632 960112'), ('email', 'maud.ferrars@norwell-pumps.example')]),
    ('Idris Penhallow', 0, [('email', 'idris@norwell-pumps.example'), ('email', 'idris@penhallow.example', 'private'), ('phone', '+44 1632 960113')]),
    ('Anna Berger', 1, [('email', 'anna.berger@aurich-soehne.example'), ('phone', '+49 30 5550111')]),
    ('Jörg Größmann', 1, [('mobile', '+49 170 5550112'), ('phone', '+49 30 5550112'), ('email', 'joerg.groessmann@aurich-soehne.example')]),
    ('Hanne Loewe', 1, [('phone', '+49 30 5550113')]),
    ('Anna Berger', 2, [('email', 'a.berger@tallis-freight.example'), ('phone', '+31 20 5550111')]),
    ('Pim van der Steen', 2, [('website', 'https://pim.example/'), ('email', 'pim@tallis-freight.example'), ('phone', '+31 20 5550112')]),
    ('Saskia de Wit', 2, [('email', 'saskia@tallis-freight.example'), ('email', 'saskia.dewit@mail.example', 'home'), ('phone', '+31 20 5550113')]),
    ("Niamh O'Dwyer", 3, [('email', 'niamh+crm@brightwater-labs.example'), ('phone', '+1 202 555 0111')]),
    ('Theo Abernathy', 3, [('email', 'Theo.Abernathy@Brightwater-Labs.example'), ('phone', '+1 202 555 0112')]),
    ('Rosalind <Roz> Kade', 3, [('email', 'roz@brightwater-labs.example'), ('phone', '+1 202 555 0113')]),
    ('Camille Roux', 4, [('email', 'camille@quillon-paper.example'), ('phone', '+33 1 55 50 01 11')]),
    ('Étienne Vasseur', 4, [('phone', '+33 1 55 50 01 12')]),
    ('Lucie Marchand', 4, [('email', 'lucie@quillon-paper.example'), ('fax', '+33 1 55 50 01 99'), ('phone', '+33 1 55 50 01 13')]),
    ('Vojtěch Hruška', 5, [('email', 'vojtech@ostrava-glass.example'), ('phone', '+420 555 550 111')]),
    ('Milena Dvořáková', 5, [('email', 'milena@ostrava-glass.example'), ('email', 'milena@dvorakova.example'), ('phone', '+420 555 550 112')]),
    ('Karel Novotný', 5, [('phone', '+420 555 550 113')]),
    ('Tomáš Říha', 5, [('email', 'tomas@ostrava-glass.example'), ('phone', '+420 555 550 114')]),
]

# Description, index of the person, whether the lead names their first e-mail as its contact.
LEADS = [
    ('Forty dosing pumps', 0, True),
    ('Service contract', 3, True),
    ('Cold chain pilot', 6, False),
    ('Replacement of the old line', 5, False),
]


def main(config_file, database, result_file):
    connection = config.set_trytond(f'sqlite:///{database}', user='admin', config_file=config_file)
    close_setup_wizards()
    own = make_own_company(connection)
    companies = [make_company(*row) for row in COMPANIES]
    employed_by = make_relation('is employed by', 'employs')
    advises = make_relation('advises', 'is advised by')
    people = [make_person(*row) for row in PEOPLE]
    for person, row in zip(people, PEOPLE):
        relate(person, employed_by, companies[row[1]])
    # One person has more than their employer.
    relate(people[10], advises, companies[0])
    leads = [make_lead(own, people, *row) for row in LEADS]
    result = {
        'parties': [described(p, None) for p in companies]
        + [described(p, companies[row[1]].name) for p, row in zip(people, PEOPLE)],
        'leads': [{'id': lead.id, 'number': lead.number, 'description': lead.description,
                   'partyId': lead.party.id} for lead in leads],
    }
    # Not printed: libraries print warnings of their own.
    with open(result_file, 'w', encoding='utf-8') as file:
        json.dump(result, file)


def close_setup_wizards():
    """Without this they open on the first login, in front of everything."""
    Item = Model.get('ir.module.config_wizard.item')
    for item in Item.find([('state', '=', 'open')]):
        item.state = 'done'
        item.save()


def make_own_company(connection):
    """Leads belong to a company of the CRM's owner, and the user has to be in it."""
    Currency = Model.get('currency.currency')
    euro = Currency(name='Euro', symbol='€', code='EUR', numeric_code='978')
    euro.rates.new(date=datetime.date(2020, 1, 1), rate=Decimal(1))
    euro.save()
    wizard = Wizard('company.company.config')
    wizard.execute('company')
    wizard.form.party = saved('party.party', name='Truce Test Company')
    wizard.form.currency = euro
    wizard.execute('add')
    User = Model.get('res.user')
    connection._context = User.get_preferences(True, {})
    company, = Model.get('company.company').find()
    return company


def make_company(name, email, phone, city):
    ways = [('email', email), ('phone', phone)]
    return make_party(name, [way for way in ways if way[1]], city)


def make_person(name, company, ways):
    return make_party(name, ways, COMPANIES[company][3])


def make_party(name, ways, city):
    party = Model.get('party.party')(name=name)
    address, = party.addresses
    address.street = '12 Sample Street'
    address.city = city
    for order, (kind, value, *label) in enumerate(ways):
        way = party.contact_mechanisms.new(type=kind, sequence=order)
        way.value = value
        way.name = label[0] if label else None
    party.save()
    return party


def make_relation(name, reverse_name):
    there = saved('party.relation.type', name=name)
    back = saved('party.relation.type', name=reverse_name, reverse=there)
    there.reverse = back
    there.save()
    return there


def relate(person, kind, company):
    person.relations.new(type=kind, to=company)
    person.save()


def make_lead(own, people, description, person, names_email):
    lead = Model.get('sale.opportunity')(company=own, description=description)
    lead.party = people[person]
    if names_email:
        lead.contact = first(people[person], 'email')
    lead.save()
    return lead


def described(party, company):
    email, phone = first(party, 'email'), first(party, 'phone', 'mobile')
    return {
        'id': party.id,
        'code': party.code,
        'name': party.name,
        'emails': [way.value for way in party.contact_mechanisms if way.type == 'email'],
        'email': email and email.value,
        'phone': phone and phone.value,
        'company': company,
    }


def first(party, *kinds):
    return next((way for way in party.contact_mechanisms if way.type in kinds), None)


def saved(model, **values):
    record = Model.get(model)(**values)
    record.save()
    return record


if __name__ == '__main__':
    main(*sys.argv[1:])
